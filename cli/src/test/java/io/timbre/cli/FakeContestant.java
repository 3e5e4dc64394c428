package io.timbre.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Does nothing, and says that it took so long. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record FakeContestant(String name, double millis, float[] numbers, List<Integer> turns) implements Contestant {
    FakeContestant(String name, double millis, float... numbers) {
        this(name, millis, numbers, new CopyOnWriteArrayList<>());
    }

    @Override
    public String description() {
        return name + " 1.0";
    }

    @Override
    public boolean does(SignalTask task) {
        return task == SignalTask.LOAD;
    }

    @Override
    public Span work(SignalJob job, int times, int lane) {
        turns.add(times);
        return new Span(0, Math.round(times * millis * 1e6));
    }

    @Override
    public float[] result(SignalJob job) throws IOException {
        if (numbers.length == 0) {
            throw new PeerException("cannot open it");
        }
        return numbers;
    }
}
