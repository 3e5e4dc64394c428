package io.timbre.trainer.champion;

import io.timbre.networks.model.ModelDescription.Calibration;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

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

    /** Rightly recognised validation tracks that are called unknown where no outliers ask for more. */
    private static final double UNKNOWN_SHARE = 0.05;

    /** And those that may be for the sake of the outliers. */
    private static final double MOST_UNKNOWN = 0.1;

    /** Outliers that should be called unknown. */
    private static final double OUTLIERS = 0.9;

    private Calibrator() {}

    /** By tracks alone: one in twenty of those that are rightly recognised is unknown. */
    static Calibration calibrate(List<TrackLogits> validation) {
        return calibrate(new HeldBack(validation, List.of()));
    }

    /** With outliers: nine in ten of these are unknown, or as many as one in ten of the rightly recognised tracks buys. */
    static Calibration calibrate(HeldBack validation) {
        double temperature = temperature(validation.tracks());
        return new Calibration(temperature, threshold(validation, temperature));
    }

    /** Share of outliers that a calibrated network calls unknown. */
    static double unknown(List<TrackLogits> outliers, Calibration calibration) {
        return confidences(outliers.stream(), calibration.temperature())
                        .filter(confidence -> confidence < calibration.unknownBelow())
                        .count()
                / (double) outliers.size();
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

    private static double threshold(HeldBack validation, double temperature) {
        var right = validation.tracks().stream()
                .filter(track -> new Decision(track.label(), track.posteriors(temperature)).isRight());
        var confidences = confidences(right, temperature).sorted().toArray();
        if (confidences.length == 0) {
            return 0;
        }
        double least = quantile(confidences, UNKNOWN_SHARE);
        var strange = confidences(validation.outliers().stream(), temperature)
                .sorted()
                .toArray();
        return strange.length == 0
                ? least
                : Math.clamp(quantile(strange, OUTLIERS), least, quantile(confidences, MOST_UNKNOWN));
    }

    private static DoubleStream confidences(Stream<TrackLogits> tracks, double temperature) {
        return tracks.mapToDouble(track -> new Decision(track.label(), track.posteriors(temperature)).confidence());
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) (share * sorted.length)];
    }
}
