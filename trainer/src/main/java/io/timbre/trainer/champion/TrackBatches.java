package io.timbre.trainer.champion;

import io.timbre.trainer.fit.Batch;
import io.timbre.trainer.fit.Batches;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Batches of mixed renditions of tracks, each genre drawn as often as any other. */
final class TrackBatches implements Batches {

    private final List<Renditions> tracks;
    private final int classes;
    private final List<float[]> outliers;
    private final TrainingSettings settings;

    /**
     * Batches of these tracks.
     *
     * @param outliers renditions of what is no music; at least one if the settings want any
     */
    TrackBatches(List<Renditions> tracks, int classes, List<float[]> outliers, TrainingSettings settings) {
        this.tracks = tracks;
        this.classes = classes;
        this.outliers = outliers;
        this.settings = settings;
    }

    @Override
    public int perEpoch() {
        return settings.batchesPerEpoch();
    }

    @Override
    public Iterator<Batch> epoch(int number) {
        var random = new Random(settings.fit().epochSeed(number));
        var maker = new BatchMaker(
                sampler(number)::next,
                track -> any(track.vectors(), random),
                () -> any(outliers, random),
                classes,
                settings,
                random);
        return Stream.generate(maker::next).limit(perEpoch()).iterator();
    }

    private static float[] any(List<float[]> vectors, Random random) {
        return vectors.get(random.nextInt(vectors.size()));
    }

    /** Tracks are dealt over the whole training, so an epoch goes on where the one before it ended. */
    private BalancedSampler sampler(int epoch) {
        var sampler = new BalancedSampler(tracks, classes, new Random(settings.seed()));
        sampler.skip((long) (epoch - 1) * perEpoch() * (settings.batchSize() - settings.outliers()));
        return sampler;
    }
}
