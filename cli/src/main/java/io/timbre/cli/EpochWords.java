package io.timbre.cli;

import io.timbre.trainer.fit.EpochFigures;
import java.util.Locale;

/** Loss, accuracy and rate of an epoch, for people. */
final class EpochWords {
    private EpochWords() {}

    /** Such as {@code "loss 0.412 (validation 0.523), accuracy 81.2 % (validation 78.0 %), learning rate 0.001"}. */
    static String of(EpochFigures epoch) {
        return "loss " + both("%.3f", epoch.trainingLoss(), epoch.validationLoss())
                + ", accuracy " + both("%.1f %%", 100 * epoch.trainingAccuracy(), 100 * epoch.validationAccuracy())
                + String.format(Locale.ROOT, ", learning rate %.2g", epoch.learningRate());
    }

    private static String both(String format, double training, double validation) {
        var words = String.format(Locale.ROOT, format, training);
        return Double.isNaN(validation)
                ? words
                : words + " (validation " + String.format(Locale.ROOT, format, validation) + ")";
    }
}
