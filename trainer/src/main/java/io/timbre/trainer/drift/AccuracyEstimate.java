package io.timbre.trainer.drift;

import java.util.Locale;

/** The share of a window's tracks whose most probable class is right, estimated without labels. */
public record AccuracyEstimate(double accuracy, Method method) {

    /** How it was estimated. */
    public enum Method {
        /**
         * The baseline's accuracy less what confidence has fallen by: an error of the calibration that is the same here and
         * there cancels out.
         *
         * @see "D. Guillory et al., Predicting with Confidence on Unseen Distributions, ICCV 2021"
         */
        DIFFERENCE_OF_CONFIDENCES,
        /** The mean confidence, which is the accuracy where confidences are calibrated. */
        MEAN_CONFIDENCE;

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static AccuracyEstimate of(Baseline baseline, double baselineConfidence, double confidence) {
        return baseline.accuracy().isPresent()
                ? new AccuracyEstimate(
                        Math.clamp(baseline.accuracy().getAsDouble() + confidence - baselineConfidence, 0, 1),
                        Method.DIFFERENCE_OF_CONFIDENCES)
                : new AccuracyEstimate(confidence, Method.MEAN_CONFIDENCE);
    }
}
