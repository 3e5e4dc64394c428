package io.timbre.cli;

import io.timbre.networks.table.Network;
import io.timbre.networks.table.Standardisation;
import io.timbre.trainer.fit.BandStatistics;
import io.timbre.trainer.fit.Batch;
import io.timbre.trainer.fit.Batches;
import io.timbre.trainer.fit.Descent;
import io.timbre.trainer.fit.FitListener;
import io.timbre.trainer.fit.FitSettings;
import io.timbre.trainer.fit.Loss;
import io.timbre.trainer.fit.Validation;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What so many steps of training do to the memory of this process: batches that look at it as they are fetched. */
final class TrainingMemory implements Batches {
    private static final int ROWS = 32;

    /** Until then buffers are made and code is compiled. */
    private static final int WARM_UP = 500;

    private final Batch batch;
    private final int steps;
    private long before;
    private long after;

    private TrainingMemory(Network network, int steps) {
        this.steps = steps;
        var targets = new float[ROWS * Math.max(2, network.outputs())];
        Arrays.fill(targets, 1f / Math.max(2, network.outputs()));
        this.batch = new Batch(ROWS, new float[ROWS * network.inputSize()], targets, ROWS);
    }

    /** Resident memory before and after, in MB; nothing where the kernel does not tell. */
    static List<BenchLine> of(Network network, int steps) {
        if (ResidentMemory.of(ProcessHandle.current().pid()).isEmpty()) {
            return List.of();
        }
        var memory = new TrainingMemory(network, steps);
        var settings = FitSettings.of(Loss.SOFTMAX_CROSS_ENTROPY, 1, 1);
        new Descent(network, Math.max(2, network.outputs()), settings, FitListener.SILENT)
                .run(memory, statistics(network), Validation.NONE);
        return List.of(line(network, WARM_UP, memory.before), line(network, WARM_UP + steps, memory.after));
    }

    @Override
    public int perEpoch() {
        return WARM_UP + steps + 1;
    }

    @Override
    public Iterator<Batch> epoch(int number) {
        return IntStream.range(0, perEpoch()).mapToObj(this::batch).iterator();
    }

    private Batch batch(int step) {
        if (step == WARM_UP) {
            before = resident();
        }
        if (step == WARM_UP + steps) {
            after = resident();
        }
        return batch;
    }

    private static long resident() {
        return ResidentMemory.of(ProcessHandle.current().pid()).orElseThrow();
    }

    private static BenchLine line(Network network, int steps, long bytes) {
        var caseName = network.name() + ", resident memory after " + steps + " steps of training, batch " + ROWS;
        return BenchLine.alone("networks", caseName, Math.round(bytes / 1e6), "MB");
    }

    private static Optional<BandStatistics> statistics(Network network) {
        if (!(network.layers().getFirst() instanceof Standardisation first)) {
            return Optional.empty();
        }
        var ones = new float[(int) first.parameterCount(network.inputShape()) / 2];
        Arrays.fill(ones, 1);
        return Optional.of(new BandStatistics(new float[ones.length], ones));
    }
}
