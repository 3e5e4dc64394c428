package io.timbre.networks.model;

import io.timbre.networks.engine.Placement;
import io.timbre.networks.engine.SegmentScorer.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A trained model that says what genre tracks are of: by MXNet on the CPU, or elsewhere with posteriors within 1e-4 of
 * those.
 *
 * <pre>{@code
 * try (var model = GenreModel.load(Checkpoint.readResource(loader, "champion"))) {
 *     var predictions = model.predict(List.of(segmentsOfOneTrack, segmentsOfAnother));
 * }
 * }</pre>
 *
 * <p>Segments become posteriors by a softmax of their {@link ClassLogits} over the checkpoint's temperature; a track's posteriors
 * are the arithmetic mean of its segments', its embedding the mean of theirs, made of length 1. What else is in the batch does not matter:
 * results differ by less than 1e-6.
 *
 * <p>May be shared between threads, which take turns, also where they have models of their own: one forward pass already
 * uses the cores that OpenMP is given, and MXNet hangs for ever, once in a hundred times or so, when one thread loads or
 * closes a model while another predicts. Call from few, long-lived threads, since MXNet keeps about 5 MB for each thread
 * that ever called it, and set {@code OMP_WAIT_POLICY=PASSIVE}, else its workers spin between calls.
 */
public final class GenreModel implements AutoCloseable {

    /** Fair, or one prediction after the other could keep a model from being loaded. */
    private static final ReentrantLock TURN = new ReentrantLock(true);

    private final LoadedNetwork network;
    private final ModelDescription description;

    private GenreModel(LoadedNetwork network, ModelDescription description) {
        this.network = network;
        this.description = description;
    }

    /**
     * A model of its own from a checkpoint, ready to predict by MXNet on the CPU.
     *
     * @throws IllegalArgumentException if the parameters do not fit the network
     */
    public static GenreModel load(Checkpoint checkpoint) {
        return load(checkpoint, Placement.STANDARD);
    }

    /**
     * A model of its own from a checkpoint, ready to predict.
     *
     * @throws IllegalArgumentException if the parameters do not fit the network, or if the engine is not on the class path
     */
    public static GenreModel load(Checkpoint checkpoint, Placement placement) {
        TURN.lock();
        try {
            return new GenreModel(LoadedNetwork.of(checkpoint, placement), checkpoint.description());
        } finally {
            TURN.unlock();
        }
    }

    /** What the model says of itself: its version, front end, calibration, metrics. */
    public ModelDescription description() {
        return description;
    }

    /** Name of this very model, as classifications carry it. */
    public String version() {
        return description.version();
    }

    /** The genres, in the order of the posteriors. */
    public List<String> classes() {
        return description.classes();
    }

    /**
     * Predicts one track.
     *
     * @param segments at least one, as {@link #predict(List)} takes them
     */
    public TrackPrediction predict(float[][] segments) {
        return predict(Collections.singletonList(segments)).getFirst();
    }

    /**
     * Predicts tracks together.
     *
     * @param tracks of each, at least one segment: a row-major array of the front end's segment shape, such as 128 bands
     *     of 87 frames, dB
     * @return one prediction a track, in their order
     * @throws IllegalArgumentException if a track has no segment or a segment has another length
     */
    public List<TrackPrediction> predict(List<float[][]> tracks) {
        var segments = new ArrayList<float[]>();
        for (var track : tracks) {
            if (track.length == 0) {
                throw new IllegalArgumentException("a track must have at least one segment: had none");
            }
            segments.addAll(Arrays.asList(track));
        }
        TURN.lock();
        try {
            return gather(tracks, network.score(segments));
        } finally {
            TURN.unlock();
        }
    }

    private List<TrackPrediction> gather(List<float[][]> tracks, List<Score> scores) {
        var predictions = new ArrayList<TrackPrediction>(tracks.size());
        int from = 0;
        for (var track : tracks) {
            predictions.add(prediction(scores.subList(from, from + track.length)));
            from += track.length;
        }
        return predictions;
    }

    private TrackPrediction prediction(List<Score> scores) {
        var calibration = description.calibration();
        var segmentPosteriors = scores.stream()
                .map(score -> Softmax.posteriors(ClassLogits.of(score.logits()), calibration.temperature()))
                .toArray(float[][]::new);
        var posteriors = Softmax.mean(segmentPosteriors);
        var embedding = Embedding.ofTrack(scores.stream().map(Score::embedding).toArray(float[][]::new));
        int best = largest(posteriors);
        var genre = posteriors[best] < calibration.unknownBelow()
                ? TrackPrediction.UNKNOWN
                : classes().get(best);
        return new TrackPrediction(segmentPosteriors, posteriors, embedding, genre, posteriors[best]);
    }

    private static int largest(float[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }

    /** Frees the native memory; waits for a prediction that is under way. Predicting afterwards fails. */
    @Override
    public void close() {
        TURN.lock();
        try {
            network.close();
        } finally {
            TURN.unlock();
        }
    }
}
