package io.timbre.trainer.metrics;

import io.timbre.trainer.data.Prediction;
import java.util.List;

/**
 * Expected calibration error: how far the largest posterior is from the share of right answers, on average over 15
 * equally wide bins of that posterior, each weighted by how many predictions it holds.
 *
 * @see "C. Guo, G. Pleiss, Y. Sun, K. Q. Weinberger, On Calibration of Modern Neural Networks, ICML 2017, equation 3"
 */
public final class CalibrationError {

    private static final int BINS = 15;

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

    /** Bins are open below and closed above, as in the paper. */
    private static int bin(double confidence) {
        return Math.clamp((long) Math.ceil(confidence * BINS) - 1, 0, BINS - 1);
    }
}
