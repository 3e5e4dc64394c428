package io.timbre.trainer.champion;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.trainer.fit.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrackBatchesTest {

    private static final TrainingSettings SETTINGS = Settings.batches(4, 1, 0);
    private static final List<Renditions> TRACKS = IntStream.range(0, 5)
            .mapToObj(i -> new Renditions("track " + i, i, vectors(i)))
            .toList();

    @Test
    void anEpochIsTheSameWhateverWasAskedBefore() {
        var batches = batches();
        var first = drawn(batches, 1);
        var second = drawn(batches, 2);
        assertThat(drawn(batches(), 2)).isEqualTo(second).isNotEqualTo(first);
    }

    @Test
    void epochsDealTheTracksOnWhereTheLastOneEnded() {
        // two epochs of six draw each of five tracks at least twice
        var labels = new ArrayList<Integer>();
        for (int epoch = 1; epoch <= 2; epoch++) {
            batches().epoch(epoch).forEachRemaining(batch -> labels.addAll(labels(batch)));
        }
        assertThat(labels.subList(0, 5)).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
        assertThat(labels.subList(5, 10)).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    }

    private static List<Integer> labels(Batch batch) {
        return IntStream.range(0, batch.targets().length)
                .filter(i -> batch.targets()[i] == 1)
                .mapToObj(i -> i % TRACKS.size())
                .toList();
    }

    private static List<float[]> inputs(TrackBatches batches, int epoch) {
        var inputs = new ArrayList<float[]>();
        batches.epoch(epoch).forEachRemaining(batch -> inputs.add(batch.inputs()));
        return inputs;
    }

    private static List<List<Float>> drawn(TrackBatches batches, int epoch) {
        return inputs(batches, epoch).stream()
                .map(values -> IntStream.range(0, 100).mapToObj(i -> values[i]).toList())
                .toList();
    }

    private static TrackBatches batches() {
        return new TrackBatches(TRACKS, TRACKS.size(), List.of(new float[100]), SETTINGS);
    }

    private static List<float[]> vectors(int seed) {
        var random = new Random(seed);
        return Stream.generate(() -> gaussian(random)).limit(3).toList();
    }

    private static float[] gaussian(Random random) {
        var values = new float[100];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
