package io.timbre.trainer.metrics;

import io.timbre.trainer.data.Prediction;
import java.util.List;

/**
 * Expected calibration error: how far the largest posterior is from the share of right answers, on average over 15
 * equally wide bins of that posterior, each weighted by how many predictions it holds.
 *
 * @see "C. Guo, G. Pleiss, Y. Sun, K. Q. Weinberger, On Calibration of Modern Neural Networks, ICML 2017, equation 3"
 */
final class CalibrationError {

    private static final int BINS = 15;

    private CalibrationError() {}

    static double of(List<Prediction> predictions) {
        var excess = new double[BINS];
        for (var prediction : predictions) {
            double confidence = prediction.posteriors()[Posteriors.best(prediction)];
            excess[bin(confidence)] += confidence - (Posteriors.isRight(prediction) ? 1 : 0);
        }
        double error = 0;
        for (double bin : excess) {
            error += Math.abs(bin) / predictions.size();
        }
        return error;
    }

    /** Bins are open below and closed above, as in the paper. */
    private static int bin(double confidence) {
        return Math.clamp((long) Math.ceil(confidence * BINS) - 1, 0, BINS - 1);
    }
}
