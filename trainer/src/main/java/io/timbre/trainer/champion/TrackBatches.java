package io.timbre.trainer.champion;

import io.timbre.signal.frontend.SegmentFrontEnd;
import io.timbre.trainer.champion.Corpus.Track;
import io.timbre.trainer.fit.BandStatistics;
import io.timbre.trainer.fit.Batch;
import io.timbre.trainer.fit.Batches;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Batches of augmented and mixed segments, each genre drawn as often as any other. */
final class TrackBatches implements Batches {

    private final List<Track> tracks;
    private final int classes;
    private final SegmentFrontEnd frontEnd;
    private final BandStatistics statistics;
    private final TrainingSettings settings;

    TrackBatches(
            List<Track> tracks,
            int classes,
            SegmentFrontEnd frontEnd,
            BandStatistics statistics,
            TrainingSettings settings) {
        this.tracks = tracks;
        this.classes = classes;
        this.frontEnd = frontEnd;
        this.statistics = statistics;
        this.settings = settings;
    }

    @Override
    public int perEpoch() {
        return settings.batchesPerEpoch();
    }

    @Override
    public Iterator<Batch> epoch(int number) {
        var random = new Random(settings.fit().epochSeed(number));
        var augmentation = new Augmentation(frontEnd, statistics, settings, random);
        var maker = new BatchMaker(
                sampler(number)::next, augmentation::segment, classes, settings.batchSize(), settings.mixUp(), random);
        return Stream.generate(maker::next).limit(perEpoch()).iterator();
    }

    /** Tracks are dealt over the whole training, so an epoch goes on where the one before it ended. */
    private BalancedSampler sampler(int epoch) {
        var sampler = new BalancedSampler(tracks, classes, new Random(settings.seed()));
        sampler.skip((long) (epoch - 1) * perEpoch() * settings.batchSize());
        return sampler;
    }
}
