package io.timbre.trainer.experiment.lee;

import io.timbre.trainer.fit.AdversarialSettings;
import io.timbre.trainer.fit.EarlyStopping;
import io.timbre.trainer.fit.FitSettings;
import io.timbre.trainer.fit.Loss;
import io.timbre.trainer.fit.Schedule;

/**
 * How long everything may take.
 *
 * @param seeds runs under the published protocol
 * @param dealings of all tracks to folds, under the honest one
 * @param folds runs of each dealing
 * @param fewer examples added, the smaller number
 * @param more the larger number
 * @param epochs of the LSTM, in every condition the same: more examples are more steps, as in the paper
 * @param adversarialSteps of each half of a pair
 */
record Budget(int seeds, int dealings, int folds, int fewer, int more, int epochs, int adversarialSteps) {

    /** Twenty times the paper's, since there are fewer steps. */
    static final double LEARNING_RATE = 1e-3;

    private static final int BATCH_SIZE = 32;
    private static final double CLIP_NORM = 1;
    private static final int BASELINE_EPOCHS = 100;
    private static final double ADVERSARIAL_LEARNING_RATE = 2e-4;

    /** The paper's numbers of generated examples. */
    static Budget full() {
        return new Budget(10, 2, 5, 700, 1500, 6, 200);
    }

    static Budget quick() {
        return new Budget(2, 1, 3, 20, 40, 2, 2);
    }

    FitSettings lstm(long seed) {
        return new FitSettings(
                seed,
                epochs,
                BATCH_SIZE,
                Loss.SOFTMAX_CROSS_ENTROPY,
                LEARNING_RATE,
                new Schedule.Constant(),
                EarlyStopping.never(),
                0,
                CLIP_NORM,
                false);
    }

    /** Steps of the LSTM over so many examples. */
    int steps(int examples) {
        return epochs * Math.ceilDiv(examples, BATCH_SIZE);
    }

    /** One layer, which takes next to no time. */
    FitSettings baseline(long seed) {
        return FitSettings.of(Loss.SOFTMAX_CROSS_ENTROPY, BASELINE_EPOCHS, seed);
    }

    AdversarialSettings pair(long seed) {
        return new AdversarialSettings(seed, adversarialSteps, BATCH_SIZE, ADVERSARIAL_LEARNING_RATE);
    }
}
