package io.timbre.trainer.metrics;

import io.timbre.trainer.data.Prediction;
import java.util.List;

/** What a prediction holds. */
final class Posteriors {

    private Posteriors() {}

    /** Refuses predictions that nothing can be measured on. */
    static void require(List<String> classes, List<Prediction> predictions) {
        if (predictions.isEmpty()) {
            throw new IllegalArgumentException("predictions must be > 0: give the part examples, or measure another");
        }
        for (var prediction : predictions) {
            var id = prediction.example().id();
            if (prediction.posteriors().length != classes.size()
                    || prediction.example().targets().length != classes.size()) {
                throw new IllegalArgumentException("posteriors and targets of " + id + " must be " + classes.size()
                        + ", one a class: were " + prediction.posteriors().length + " and "
                        + prediction.example().targets().length);
            }
            for (float posterior : prediction.posteriors()) {
                if (!Float.isFinite(posterior)) {
                    throw new IllegalArgumentException("posteriors of " + id + " must be finite: one was " + posterior
                            + "; the network diverged, so lower the learning rate or clip its gradients");
                }
            }
        }
    }

    /** The class of the largest posterior, the first of equal ones. */
    static int best(Prediction prediction) {
        var posteriors = prediction.posteriors();
        int best = 0;
        for (int i = 1; i < posteriors.length; i++) {
            best = posteriors[i] > posteriors[best] ? i : best;
        }
        return best;
    }

    /** Whether the best class is the label. */
    static boolean isRight(Prediction prediction) {
        return best(prediction) == prediction.example().label();
    }
}
