package io.timbre.trainer.fit;

import io.timbre.trainer.data.Example;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * All examples once an epoch, in an order drawn for that epoch; the last batch has what is left. A single example is not
 * left by itself, since batch normalisation would make nothing of it: it goes with the batch before.
 */
final class ExampleBatches implements Batches {

    private final List<Example> examples;
    private final Targets targets;
    private final FitSettings settings;

    ExampleBatches(List<Example> examples, Targets targets, FitSettings settings) {
        this.examples = examples;
        this.targets = targets;
        this.settings = settings;
    }

    @Override
    public int perEpoch() {
        int batches = Math.ceilDiv(examples.size(), settings.batchSize());
        boolean leavesOne = settings.batchSize() > 1 && batches > 1 && examples.size() % settings.batchSize() == 1;
        return leavesOne ? batches - 1 : batches;
    }

    @Override
    public Iterator<Batch> epoch(int number) {
        int batchSize = settings.batchSize();
        var shuffled = new ArrayList<>(examples);
        Collections.shuffle(shuffled, new Random(settings.epochSeed(number)));
        int batches = perEpoch();
        return IntStream.range(0, batches)
                .mapToObj(
                        i -> shuffled.subList(i * batchSize, i + 1 == batches ? shuffled.size() : (i + 1) * batchSize))
                .map(this::batch)
                .iterator();
    }

    private Batch batch(List<Example> rows) {
        return new Batch(
                rows.size(),
                concatenated(rows.stream().map(Example::input).toList()),
                concatenated(rows.stream().map(targets::row).toList()),
                targets.weight(rows));
    }

    static float[] concatenated(List<float[]> rows) {
        int width = rows.getFirst().length;
        var all = new float[rows.size() * width];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, all, i * width, width);
        }
        return all;
    }
}
