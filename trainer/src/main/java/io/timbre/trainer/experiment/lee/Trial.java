package io.timbre.trainer.experiment.lee;

import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Prediction;
import io.timbre.trainer.fit.EpochFigures;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What came of one run.
 *
 * @param tested the test part's predictions, by condition
 * @param baseline those of the plain network
 * @param epochs of the LSTM alone
 * @param evidence what the real test part is worth
 * @param real a real example of each genre, of the test part
 * @param pairs how each did
 */
record Trial(
        Map<Condition, List<Prediction>> tested,
        List<Prediction> baseline,
        List<EpochFigures> epochs,
        Evidence evidence,
        List<Example> real,
        List<Made> pairs) {

    /** Under one condition. */
    List<Prediction> tested(Condition condition) {
        return tested.getOrDefault(condition, List.of());
    }

    /**
     * How one pair did.
     *
     * @param shown the first of its examples, one a genre
     * @param discriminatorLosses one a step, nats
     * @param generatorLosses one a step, nats
     */
    @SuppressWarnings("ArrayRecordComponent") // drawn and never compared
    record Made(
            Pair pair, Evidence evidence, List<Example> shown, double[] discriminatorLosses, double[] generatorLosses) {

        /** The mean of the last tenth of the steps. */
        double lastDiscriminatorLoss() {
            int steps = discriminatorLosses.length;
            return Arrays.stream(discriminatorLosses, steps - Math.ceilDiv(steps, 10), steps)
                    .average()
                    .orElseThrow();
        }
    }
}
