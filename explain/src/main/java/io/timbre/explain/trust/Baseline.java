package io.timbre.explain.trust;

import ai.djl.ndarray.types.Shape;
import io.timbre.explain.subject.ExplainedModel;
import java.util.List;

/**
 * An input that says nothing: where attributions begin, and what hidden cells are filled with.
 *
 * <p>It is the mean of the training data where the model knows it. Silence, the floor of the front end, would be a loud
 * statement instead, far from what the model was trained on. Of a model that does not know the mean of its training data,
 * the shipped one among them, it is the mean of the track itself in each band: for notes, the mean pitch.
 */
public final class Baseline {

    private Baseline() {}

    /** @return an array of the input shape */
    public static float[] of(ExplainedModel model, List<float[]> inputs) {
        var shape = model.network().network().inputShape();
        return model.network().meanInput(inputs).orElseGet(() -> bandMeans(inputs, shape));
    }

    /** Bands are the rows of pictures {@code (C, H, W)} and the columns of sequences {@code (T, D)}. */
    private static float[] bandMeans(List<float[]> inputs, Shape shape) {
        int inner = shape.dimension() == 3 ? Math.toIntExact(shape.get(2)) : 1;
        int bands = Math.toIntExact(
                shape.dimension() == 3 ? shape.get(0) * shape.get(1) : shape.get(shape.dimension() - 1));
        var sums = new double[bands];
        for (var input : inputs) {
            for (int i = 0; i < input.length; i++) {
                sums[i / inner % bands] += input[i];
            }
        }
        int size = Math.toIntExact(shape.size());
        double cells = (double) size / bands * inputs.size();
        var means = new float[size];
        for (int i = 0; i < size; i++) {
            means[i] = (float) (sums[i / inner % bands] / cells);
        }
        return means;
    }
}
