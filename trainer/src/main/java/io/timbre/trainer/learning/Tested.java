package io.timbre.trainer.learning;

import io.timbre.networks.model.ReferencePredictions;
import io.timbre.trainer.data.Prediction;
import java.util.List;

/**
 * What a model made of the test tracks.
 *
 * @param model version of it
 * @param predictions calibrated, one a track, of examples that know their artist
 * @param embeddings of the tracks, in the same order
 */
record Tested(String model, List<Prediction> predictions, List<float[]> embeddings) {
    Tested {
        predictions = List.copyOf(predictions);
        embeddings = List.copyOf(embeddings);
    }

    /** What the model's checkpoint keeps of it. */
    ReferencePredictions reference(String tracksFrom) {
        return new ReferencePredictions(
                tracksFrom,
                predictions.stream().map(Prediction::posteriors).toArray(float[][]::new),
                embeddings.toArray(float[][]::new),
                predictions.stream()
                        .mapToInt(prediction -> prediction.example().label())
                        .toArray());
    }
}
