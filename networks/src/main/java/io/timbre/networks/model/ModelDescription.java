package io.timbre.networks.model;

import java.util.List;
import java.util.Map;

/**
 * What {@code model.json} says of a trained model: what it is, what it may be fed, how sure it may be taken to be, how
 * well it did, and how it came to be.
 *
 * @param version network name and content hash: two models of one version give the same posteriors
 * @param classes in the order of the logits
 */
public record ModelDescription(
        String version,
        String network,
        List<String> classes,
        FrontEnd frontEnd,
        Calibration calibration,
        Parameters parameters,
        Evaluation test,
        Evaluation validation,
        Training training) {

    public ModelDescription {
        classes = List.copyOf(classes);
    }

    /**
     * What the model was trained on and must be fed.
     *
     * @param segmentShape of one segment, row-major: bands and frames, steps and values, or values
     */
    public record FrontEnd(String name, String fingerprint, List<Integer> segmentShape) {
        public FrontEnd {
            segmentShape = List.copyOf(segmentShape);
        }
    }

    /**
     * How logits become posteriors and posteriors a genre.
     *
     * @param temperature divides the logits before the softmax, > 0
     * @param unknownBelow a track whose largest posterior is below this is of unknown genre, in [0, 1]
     */
    public record Calibration(double temperature, double unknownBelow) {
        public Calibration {
            if (!(temperature > 0)) {
                throw new IllegalArgumentException("temperature must be > 0: was " + temperature);
            }
            if (!(unknownBelow >= 0 && unknownBelow <= 1)) {
                throw new IllegalArgumentException("unknown_below must be in [0, 1]: was " + unknownBelow);
            }
        }
    }

    /** The file of weights beside {@code model.json}. */
    public record Parameters(String file, String sha256, long count) {}

    /**
     * How a model did on tracks that it has not been trained on.
     *
     * @param accuracyLow lower end of the 95 % confidence interval
     * @param accuracyHigh upper end of the 95 % confidence interval
     * @param negativeLogLikelihood mean over the tracks, nats
     * @param calibrationError expected, of the confidence, over 15 bins
     * @param unknown tracks whose confidence fell below the threshold; in {@code accuracy} their best class counts
     * @param coverage share of the tracks that are not unknown
     * @param selectiveAccuracy share of right answers among those
     * @param neighbourPrecision mean share of a track's genre among the five others whose embeddings are nearest
     * @param classes in the order of the model's classes; those without a track are left out of {@code meanRecall}
     * @param confusion rows are labels, columns are best classes, counts of tracks
     */
    public record Evaluation(
            String tracksFrom,
            int tracks,
            int correct,
            double accuracy,
            double accuracyLow,
            double accuracyHigh,
            double meanRecall,
            double negativeLogLikelihood,
            double calibrationError,
            int unknown,
            double coverage,
            double selectiveAccuracy,
            double neighbourPrecision,
            List<ClassRecall> classes,
            List<List<Integer>> confusion) {}

    /** How many tracks of a genre there were and how many were recognised. */
    public record ClassRecall(String genre, int tracks, int recognised) {}

    /**
     * How to train the model again.
     *
     * @param tracks how many there were of each genre
     * @param settings everything that has a say in the outcome, seed included
     */
    public record Training(String data, Map<String, Integer> tracks, Map<String, String> settings, String command) {}
}
