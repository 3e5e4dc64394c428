package io.timbre.trainer.champion;

import io.timbre.networks.model.Checkpoint;
import io.timbre.networks.table.Network;
import io.timbre.networks.zoo.Zoo;
import io.timbre.signal.codec.AudioDecoder;
import io.timbre.signal.codec.DecodeLimits;
import io.timbre.signal.frontend.SegmentFrontEnd;
import io.timbre.trainer.data.GtzanCorpus;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.fit.BandStatistics;
import io.timbre.trainer.fit.Descent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    private final Optional<Path> state;

    public GenreTrainer(SegmentFrontEnd frontEnd, TrainingSettings settings, TrainingListener listener) {
        this(frontEnd, settings, listener, Optional.empty());
    }

    private GenreTrainer(
            SegmentFrontEnd frontEnd, TrainingSettings settings, TrainingListener listener, Optional<Path> state) {
        this.frontEnd = frontEnd;
        this.settings = settings;
        this.listener = listener;
        this.state = state;
    }

    /**
     * The same training, leaving its state in a folder after each epoch and going on from the state that it finds there, to
     * the same checkpoint. A state of other data, another front end or other settings is refused.
     */
    public GenreTrainer resumable(Path folder) {
        return new GenreTrainer(frontEnd, settings, listener, Optional.of(folder));
    }

    /**
     * Trains on the GTZAN tracks below {@code data}: its folders {@code gtzan_audio} and {@code gtzan_index}.
     *
     * @param out folder of the checkpoint, made if need be
     * @throws IOException if the data cannot be read or the checkpoint cannot be written
     * @throws IllegalArgumentException if the split mixes tracks or artists, if it gives a part no track, or if the state
     *     that was left is of another training
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
        var statistics = statistics(corpus, network);
        var validation = TrackSegments.of(corpus.of(Part.VALIDATION), frontEnd);
        var batches =
                new TrackBatches(corpus.of(Part.TRAINING), corpus.classes().size(), frontEnd, statistics, settings);
        var fitted = descent(network, corpus).run(batches, Optional.of(statistics), new TrackValidation(validation));
        return new CheckpointMaker(corpus, frontEnd, settings).make(network, fitted);
    }

    private static void requireTracks(Corpus corpus) {
        for (var part : Part.values()) {
            if (corpus.of(part).isEmpty()) {
                throw new IllegalArgumentException("the data must have tracks for " + part + ": has none");
            }
        }
    }

    private BandStatistics statistics(Corpus corpus, Network network) {
        List<float[]> segments = TrackSegments.of(corpus.of(Part.TRAINING), frontEnd).stream()
                .flatMap(track -> track.segments().stream())
                .toList();
        return BandStatistics.of(segments, network.inputShape());
    }

    private Descent descent(Network network, Corpus corpus) {
        var descent = new Descent(network, corpus.classes().size(), settings.fit(), listener.fitBegins());
        return state.map(folder -> descent.resumable(
                        folder,
                        Map.of(
                                "training", settings.toString(),
                                "front end", frontEnd.fingerprint(),
                                "data", corpus.hash())))
                .orElse(descent);
    }
}
