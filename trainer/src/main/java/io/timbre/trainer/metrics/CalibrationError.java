package io.timbre.trainer.metrics;

import io.timbre.trainer.data.Prediction;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Expected calibration error: how far the largest posterior is from the share of right answers, on average over 15
 * equally wide bins of that posterior, each weighted by how many predictions it holds.
 *
 * @see "C. Guo, G. Pleiss, Y. Sun, K. Q. Weinberger, On Calibration of Modern Neural Networks, ICML 2017, equation 3"
 */
public final class CalibrationError {

    private static final int BINS = 15;
    private static final int DRAWS = 2_000;

    private CalibrationError() {}

    static double of(List<Prediction> predictions) {
        var confidences = new double[predictions.size()];
        var right = new boolean[confidences.length];
        for (int i = 0; i < confidences.length; i++) {
            var prediction = predictions.get(i);
            confidences[i] = prediction.posteriors()[Posteriors.best(prediction)];
            right[i] = Posteriors.isRight(prediction);
        }
        return of(confidences, right);
    }

    /**
     * The error of answers.
     *
     * @param confidences the largest posterior of each
     * @param right whether its class was the label
     */
    public static double of(double[] confidences, boolean[] right) {
        var excess = new double[BINS];
        for (int i = 0; i < confidences.length; i++) {
            excess[bin(confidences[i])] += confidences[i] - (right[i] ? 1 : 0);
        }
        double error = 0;
        for (double bin : excess) {
            error += Math.abs(bin) / confidences.length;
        }
        return error;
    }

    /**
     * The error that answers of these confidences would show if each were right with just that probability: what so few
     * answers show in any case.
     *
     * @param confidences at least one
     */
    public static Expected ofCalibrated(double[] confidences) {
        var random = new Random(1);
        var errors = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            var right = new boolean[confidences.length];
            for (int i = 0; i < right.length; i++) {
                right[i] = random.nextDouble() < confidences[i];
            }
            errors[draw] = of(confidences, right);
        }
        Arrays.sort(errors);
        return new Expected(Arrays.stream(errors).average().orElseThrow(), errors[DRAWS - DRAWS / 20]);
    }

    /** Over so many draws of the answers. */
    public record Expected(double mean, double exceededByOneIn20) {}

    /** Bins are open below and closed above, as in the paper. */
    private static int bin(double confidence) {
        return Math.clamp((long) Math.ceil(confidence * BINS) - 1, 0, BINS - 1);
    }
}
