package io.timbre.trainer.learning;

import io.timbre.trainer.data.Prediction;
import java.util.List;

/**
 * What a model made of the test tracks.
 *
 * @param model version of it
 * @param predictions calibrated, one a track, of examples that know their artist
 */
record Tested(String model, List<Prediction> predictions) {
    Tested {
        predictions = List.copyOf(predictions);
    }
}
