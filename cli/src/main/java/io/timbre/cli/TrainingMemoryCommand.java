package io.timbre.cli;

import io.timbre.networks.zoo.Classifier;
import io.timbre.networks.zoo.Zoo;
import io.timbre.trainer.fit.Batch;
import io.timbre.trainer.fit.Batches;
import io.timbre.trainer.fit.Validation;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code timbre bench training-memory NETWORK STEPS...}: for {@link TrainingMemory}, in a JVM of its own. */
@Command(
        name = TrainingMemoryCommand.NAME,
        hidden = true,
        description = "Trains and tells this process' memory after so many steps.")
final class TrainingMemoryCommand implements Callable<Integer>, Batches {
    static final String NAME = "training-memory";

    private static final int STEPS_PER_EPOCH = 100;

    @Parameters(index = "0", paramLabel = "NETWORK")
    private String network = "";

    @Parameters(index = "1..*", paramLabel = "STEPS")
    private List<Integer> steps = List.of();

    private Batch batch = new Batch(0, new float[0], new float[0], 0);

    @Override
    public Integer call() {
        var published = Zoo.classifier(network);
        var classifier = new Classifier(
                TrainingMemory.shortened(published.network()), published.classes(), published.exclusive());
        batch = NetworkNoise.batch(classifier, TrainingMemory.ROWS);
        // the batch after the last step is asked for too
        int epochs = Math.ceilDiv(Collections.max(steps) + 1, STEPS_PER_EPOCH);
        var ignored = StepTraining.descent(classifier, epochs)
                .run(this, NetworkNoise.statistics(classifier.network()), Validation.NONE);
        return 0;
    }

    @Override
    public int perEpoch() {
        return STEPS_PER_EPOCH;
    }

    @Override
    public Iterator<Batch> epoch(int number) {
        return IntStream.range(0, STEPS_PER_EPOCH)
                .mapToObj(step -> after((number - 1) * STEPS_PER_EPOCH + step))
                .iterator();
    }

    private Batch after(int done) {
        if (steps.contains(done)) {
            long bytes = ResidentMemory.of(ProcessHandle.current().pid()).orElseThrow();
            System.out.println(TrainingMemory.answer(done, bytes));
        }
        return batch;
    }
}
