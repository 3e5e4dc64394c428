package io.timbre.trainer.experiment.lee;

import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Prediction;
import io.timbre.trainer.fit.EpochFigures;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What came of one seed under one protocol.
 *
 * @param accuracies of the test part, share, one a condition
 * @param baseline accuracy of the plain network, share
 * @param alone what the LSTM that learnt from nothing but real examples makes of the test part
 * @param epochs of that LSTM
 * @param evidence what the real test part is worth
 * @param real a real example of each genre, of the test part
 * @param pairs by pair, how it did
 */
record Trial(
        Map<Condition, Double> accuracies,
        double baseline,
        List<Prediction> alone,
        List<EpochFigures> epochs,
        Evidence evidence,
        List<Example> real,
        Map<Pair, Made> pairs) {

    /**
     * How one pair did.
     *
     * @param shown the first of its examples, one a genre
     * @param discriminatorLosses one a step, nats
     * @param generatorLosses one a step, nats
     */
    @SuppressWarnings("ArrayRecordComponent") // drawn and never compared
    record Made(Evidence evidence, List<Example> shown, double[] discriminatorLosses, double[] generatorLosses) {

        /** The mean of the last tenth of the steps. */
        double lastDiscriminatorLoss() {
            int steps = discriminatorLosses.length;
            return Arrays.stream(discriminatorLosses, steps - Math.ceilDiv(steps, 10), steps)
                    .average()
                    .orElseThrow();
        }
    }
}
