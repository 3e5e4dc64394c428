package io.timbre.trainer.champion;

import io.timbre.networks.model.ModelDescription.Calibration;
import java.util.List;

/**
 * Chooses, on validation tracks, how sure a network may be taken to be: the temperature that makes the labels most
 * likely, and the confidence below which a genre is called unknown.
 *
 * @see "C. Guo et al., On Calibration of Modern Neural Networks, ICML 2017"
 */
final class Calibrator {

    private static final double COLDEST = 0.05;
    private static final double HOTTEST = 20;
    private static final int STEPS = 60;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** Rightly recognised validation tracks that may be called unknown. */
    private static final double UNKNOWN_SHARE = 0.05;

    private Calibrator() {}

    static Calibration calibrate(List<TrackLogits> validation) {
        double temperature = temperature(validation);
        return new Calibration(temperature, threshold(validation, temperature));
    }

    /** Mean over the tracks of the negative log posterior of the label, nats. */
    static double negativeLogLikelihood(List<TrackLogits> tracks, double temperature) {
        double sum = 0;
        for (var track : tracks) {
            sum -= Math.log(Math.max(Float.MIN_NORMAL, track.posteriors(temperature)[track.label()]));
        }
        return sum / tracks.size();
    }

    /** Golden-section search over the logarithm of the temperature. */
    private static double temperature(List<TrackLogits> tracks) {
        double low = Math.log(COLDEST);
        double high = Math.log(HOTTEST);
        for (int step = 0; step < STEPS; step++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (negativeLogLikelihood(tracks, Math.exp(left)) < negativeLogLikelihood(tracks, Math.exp(right))) {
                high = right;
            } else {
                low = left;
            }
        }
        return Math.exp((low + high) / 2);
    }

    /** The 5th percentile of the confidence of those tracks whose best class is their label. */
    private static double threshold(List<TrackLogits> tracks, double temperature) {
        var confidences = tracks.stream()
                .map(track -> new Decision(track.label(), track.posteriors(temperature)))
                .filter(Decision::isRight)
                .mapToDouble(Decision::confidence)
                .sorted()
                .toArray();
        return confidences.length == 0 ? 0 : confidences[(int) (UNKNOWN_SHARE * confidences.length)];
    }
}
