package io.timbre.trainer;

import io.timbre.networks.model.Checkpoint;
import io.timbre.networks.zoo.Zoo;
import io.timbre.signal.codec.AudioDecoder;
import io.timbre.signal.codec.DecodeLimits;
import io.timbre.signal.frontend.SegmentFrontEnd;
import io.timbre.trainer.BatchMaker.Batch;
import io.timbre.trainer.data.GtzanCorpus;
import io.timbre.trainer.data.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Trains a genre model on a folder of data and writes its checkpoint.
 *
 * <pre>{@code
 * var checkpoint = new GenreTrainer(LogMel.standard(), TrainingSettings.standard(), listener).train(data, out);
 * }</pre>
 *
 * <p>Training tracks fit the weights; validation tracks choose the epoch, the temperature and the threshold; test tracks
 * are scored once, at the end. The same data, settings and machine, with {@code OMP_NUM_THREADS=1}, give the same
 * checkpoint byte for byte.
 */
public final class GenreTrainer {

    private static final Duration LONGEST_RECORDING = Duration.ofMinutes(2);

    private final SegmentFrontEnd frontEnd;
    private final TrainingSettings settings;
    private final TrainingListener listener;

    public GenreTrainer(SegmentFrontEnd frontEnd, TrainingSettings settings, TrainingListener listener) {
        this.frontEnd = frontEnd;
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * Trains on the GTZAN tracks below {@code data}: its folders {@code gtzan_audio} and {@code gtzan_index}.
     *
     * @param out folder of the checkpoint, made if need be
     * @throws IOException if the data cannot be read or the checkpoint cannot be written
     * @throws IllegalArgumentException if the split mixes tracks or artists, or gives a part no track
     */
    public Checkpoint train(Path data, Path out) throws IOException {
        var decoder = new AudioDecoder(new DecodeLimits(LONGEST_RECORDING));
        var corpus = Corpus.decode(GtzanCorpus.SOURCE, GtzanCorpus.tracks(data), decoder, frontEnd, listener);
        var checkpoint = train(corpus);
        checkpoint.write(out);
        return checkpoint;
    }

    Checkpoint train(Corpus corpus) {
        requireTracks(corpus);
        var network = Zoo.network(settings.network(), corpus.classes().size());
        var statistics = statistics(corpus);
        var validation = TrackSegments.of(corpus.of(Part.VALIDATION), frontEnd);
        var fitted =
                new NetworkFit(network, settings, listener).fit(batches(corpus, statistics), statistics, validation);
        return new CheckpointMaker(corpus, frontEnd, settings).make(network, fitted);
    }

    private static void requireTracks(Corpus corpus) {
        for (var part : Part.values()) {
            if (corpus.of(part).isEmpty()) {
                throw new IllegalArgumentException("the data must have tracks for " + part + ": has none");
            }
        }
    }

    private BandStatistics statistics(Corpus corpus) {
        List<float[]> segments = TrackSegments.of(corpus.of(Part.TRAINING), frontEnd).stream()
                .flatMap(track -> track.segments().stream())
                .toList();
        var shape = frontEnd.segmentShape();
        return BandStatistics.of(segments, shape[0], shape[1]);
    }

    private Supplier<Batch> batches(Corpus corpus, BandStatistics statistics) {
        var random = new Random(settings.seed());
        int classes = corpus.classes().size();
        var sampler = new BalancedSampler(corpus.of(Part.TRAINING), classes, random);
        var augmentation = new Augmentation(frontEnd, statistics, settings, random);
        var maker = new BatchMaker(
                sampler::next, augmentation::segment, classes, settings.batchSize(), settings.mixUp(), random);
        return maker::next;
    }
}
