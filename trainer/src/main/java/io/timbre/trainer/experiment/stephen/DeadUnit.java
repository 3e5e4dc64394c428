package io.timbre.trainer.experiment.stephen;

import io.timbre.trainer.data.Part;
import io.timbre.trainer.data.Prediction;
import io.timbre.trainer.fit.FitResult;
import java.util.List;

/**
 * Whether the first iteration's only output, a ReLU, still learns. Below 0 it is 0 and above 1 it is cut off to 1 by the
 * loss: in both its gradient is nothing. A unit that is there for every piece names one class for good.
 */
enum DeadUnit {
    /** At 0 for all: names the first class. */
    AT_ZERO,
    /** At 1 or above for all: names the second. */
    AT_ONE,
    ALIVE;

    /** How far Keras keeps posteriors from 0 and 1, and what it adds before it takes the logarithm. */
    private static final double KERAS_EPSILON = 1e-7;

    private static final float AT_THE_END = 1e-6f;

    /** What a fit came to on its training data. */
    static DeadUnit of(FitResult result) {
        var predictions = result.predictions().getOrDefault(Part.TRAINING, List.of());
        if (predictions.stream().allMatch(prediction -> yes(prediction) < AT_THE_END)) {
            return AT_ZERO;
        }
        return predictions.stream().allMatch(prediction -> yes(prediction) > 1 - AT_THE_END) ? AT_ONE : ALIVE;
    }

    /**
     * The loss, in nats, of a unit that is always 0, by Keras' arithmetic: a wrong answer costs -log(2e-7) = 15.42, a right
     * one nothing.
     *
     * @param wrong share of the examples that are of the other class
     */
    static double constantLoss(double wrong) {
        return -wrong * Math.log(2 * KERAS_EPSILON);
    }

    private static float yes(Prediction prediction) {
        return prediction.posteriors()[1];
    }
}
