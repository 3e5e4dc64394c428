package io.timbre.trainer.champion;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.trainer.champion.Corpus.Track;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.fit.BandStatistics;
import io.timbre.trainer.fit.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrackBatchesTest {

    private static final TrainingSettings SETTINGS =
            new TrainingSettings("short-chunk-cnn", 1, 4, 2, 3, 3e-3, 0, 4, 0, 3, 0, 4, 4);
    private static final List<Track> TRACKS = IntStream.range(0, 5)
            .mapToObj(i -> Tracks.noise("track " + i, i, Part.TRAINING, 0.5, i))
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
        int bands = Tracks.FRONT_END.segmentShape()[0];
        var statistics = new BandStatistics(new float[bands], new float[bands]);
        return new TrackBatches(TRACKS, TRACKS.size(), Tracks.FRONT_END, statistics, SETTINGS);
    }
}
