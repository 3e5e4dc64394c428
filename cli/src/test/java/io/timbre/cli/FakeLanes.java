package io.timbre.cli;

import java.util.function.IntFunction;

/** Works as it is told to, by lane. */
record FakeLanes(IntFunction<Contestant.Span> works) implements Contestant {
    @Override
    public String name() {
        return "fake";
    }

    @Override
    public String description() {
        return "fake";
    }

    @Override
    public boolean does(SignalTask task) {
        return true;
    }

    @Override
    public Span work(SignalJob job, int times, int lane) {
        return works.apply(lane);
    }

    @Override
    public float[] result(SignalJob job) {
        return new float[] {1};
    }
}
