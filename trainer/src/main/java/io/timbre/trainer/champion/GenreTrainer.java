package io.timbre.trainer.champion;

import io.timbre.networks.engine.Placement;
import io.timbre.networks.model.Checkpoint;
import io.timbre.signal.frontend.SegmentFrontEnd;
import io.timbre.trainer.champion.Corpus.Track;
import io.timbre.trainer.data.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Trains a genre model on tracks as a front end sees them, calibrates it and looks at the test tracks once.
 *
 * <pre>{@code
 * var checkpoint = new GenreTrainer(frontEnd, TrainingSettings.fineTuning(), listener).from(champion).train(corpus);
 * }</pre>
 *
 * <p>Without folds, training tracks fit the weights and validation tracks choose the epoch, the temperature and the
 * threshold. With folds, training and validation tracks do both: networks that each have not seen a part of them say what
 * temperature and threshold suit the last, which has seen all. Test tracks are scored once, at the end. The same data,
 * settings and machine, with {@code OMP_NUM_THREADS=1}, give the same checkpoint byte for byte.
 */
public final class GenreTrainer {

    private final SegmentFrontEnd frontEnd;
    private final TrainingSettings settings;
    private final TrainingListener listener;
    private final Placement placement;
    private final Optional<Path> state;
    private final Optional<Checkpoint> start;
    private final List<OutlierSource> outliers;

    public GenreTrainer(SegmentFrontEnd frontEnd, TrainingSettings settings, TrainingListener listener) {
        this(frontEnd, settings, listener, Placement.STANDARD, Optional.empty(), Optional.empty(), List.of());
    }

    private GenreTrainer(
            SegmentFrontEnd frontEnd,
            TrainingSettings settings,
            TrainingListener listener,
            Placement placement,
            Optional<Path> state,
            Optional<Checkpoint> start,
            List<OutlierSource> outliers) {
        this.frontEnd = frontEnd;
        this.settings = settings;
        this.listener = listener;
        this.placement = placement;
        this.state = state;
        this.start = start;
        this.outliers = List.copyOf(outliers);
    }

    /**
     * The same training, to which recordings of no music, too, are to be nothing. Folds hold back sources, too, and what is
     * said of these has a say in the threshold.
     */
    GenreTrainer outliers(List<OutlierSource> sources) {
        return new GenreTrainer(frontEnd, settings, listener, placement, state, start, sources);
    }

    /** The same training elsewhere than by MXNet on the CPU; its checkpoint comes out a little different. */
    public GenreTrainer on(Placement other) {
        return new GenreTrainer(frontEnd, settings, listener, other, state, start, outliers);
    }

    /**
     * The same training, leaving its state in a folder after each epoch and going on from the state that it finds there, to
     * the same checkpoint. A state of other data, another front end or other settings is refused.
     */
    public GenreTrainer resumable(Path folder) {
        return new GenreTrainer(frontEnd, settings, listener, placement, Optional.of(folder), start, outliers);
    }

    /**
     * The same training from the weights of a trained model, of its network, whatever the settings name.
     *
     * @throws IllegalArgumentException if the model is of another front end
     */
    public GenreTrainer from(Checkpoint trained) {
        var met = trained.description().frontEnd();
        if (!met.fingerprint().equals(frontEnd.fingerprint())) {
            throw new IllegalArgumentException("a training on " + frontEnd.name() + " must start from a model of it: "
                    + trained.description().version() + " is of " + met.name() + " " + met.fingerprint());
        }
        return new GenreTrainer(frontEnd, settings, listener, placement, state, Optional.of(trained), outliers);
    }

    /**
     * Trains on a corpus.
     *
     * @throws IllegalArgumentException if it has no tracks for training or validation, if the model to start from has other
     *     classes, or if the state that was left is of another training
     * @throws ArithmeticException if the loss was no number from the start
     */
    public Checkpoint train(Corpus corpus) {
        requireTracks(corpus, Part.TRAINING);
        requireTracks(corpus, Part.VALIDATION);
        start.ifPresent(trained -> requireClasses(trained, corpus));
        var fitter = new Fitter(corpus, frontEnd, settings, outliers, listener, placement, start, state);
        var maker = new CheckpointMaker(corpus, frontEnd, settings, outliers, start.isPresent());
        if (settings.folds() == 0) {
            var fit = fitter.fit(corpus.of(Part.TRAINING), corpus.of(Part.VALIDATION), List.of(), "training");
            return maker.make(fit, new HeldBack(fit.score(corpus.of(Part.VALIDATION)), List.of()));
        }
        var heldBack = heldBack(corpus, fitter);
        return maker.make(fitter.fit(corpus.known(), List.of(), List.of(), "all tracks"), heldBack);
    }

    /** What networks say of the tracks and of the sources of outliers that they have not seen, each of a part of them. */
    private HeldBack heldBack(Corpus corpus, Fitter fitter) {
        var tracks = new ArrayList<TrackLogits>();
        var strangers = new ArrayList<TrackLogits>();
        var folds = Folds.of(corpus.known(), corpus.classes(), settings.folds(), settings.seed());
        for (int i = 0; i < folds.size(); i++) {
            var held = folds.get(i);
            var unheard = outliers(i);
            var name = "fold " + (i + 1) + " of " + folds.size();
            var fit = fitter.fit(tracks(corpus, id -> !held.contains(id)), List.of(), unheard, name);
            tracks.addAll(fit.score(tracks(corpus, held::contains)));
            strangers.addAll(fit.scoreSegments(unheard.stream()
                    .flatMap(source -> source.segments().stream())
                    .map(segment -> new TrackSegments(0, List.of(segment)))
                    .toList()));
        }
        return new HeldBack(tracks, strangers);
    }

    /** Every fifth source is of the same one of five folds. */
    private List<OutlierSource> outliers(int fold) {
        return IntStream.range(0, outliers.size())
                .filter(i -> i % settings.folds() == fold)
                .mapToObj(outliers::get)
                .toList();
    }

    private static List<Track> tracks(Corpus corpus, Predicate<String> ids) {
        return corpus.known().stream().filter(track -> ids.test(track.id())).toList();
    }

    private static void requireTracks(Corpus corpus, Part part) {
        if (corpus.of(part).isEmpty()) {
            throw new IllegalArgumentException("the data must have tracks for " + part + ": has none");
        }
    }

    private static void requireClasses(Checkpoint trained, Corpus corpus) {
        var description = trained.description();
        if (!description.classes().equals(corpus.classes())) {
            throw new IllegalArgumentException("classes must be those of " + description.version() + ", "
                    + description.classes() + ": were " + corpus.classes());
        }
    }
}
