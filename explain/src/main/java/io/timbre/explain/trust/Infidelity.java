package io.timbre.explain.trust;

import ai.djl.ndarray.types.Shape;
import io.timbre.explain.subject.ExplainedModel;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How wrong a map is about what hiding does: {@code E[(I^T map - (f(x) - f(x - I)))^2]}, where I takes a rectangle of the
 * input, drawn at random, to the baseline, and f is the class's logit.
 *
 * @param squared the mean squared error, in logits squared: the paper's measure
 * @param share of the mean square of what hiding does: 0 for a map that knows it all, 1 for one that says nothing matters
 * @see "C.-K. Yeh et al., On the (In)fidelity and Sensitivity of Explanations, NeurIPS 2019"
 */
record Infidelity(double squared, double share) {

    private static final int RECTANGLES = 40;

    static Infidelity of(
            ExplainedModel model, int index, float[] input, float[] baseline, float[] map, Reading reading, long seed) {
        var shape = model.network().network().inputShape();
        var random = new SplittableRandom(seed);
        var masks = IntStream.range(0, RECTANGLES)
                .mapToObj(ignored -> rectangle(shape, random))
                .toList();
        var whole = model.logits(List.of(input))[0][index];
        var hidden = model.logits(
                masks.stream().map(mask -> hidden(input, baseline, mask)).toList());
        double errors = 0;
        double changes = 0;
        for (int i = 0; i < RECTANGLES; i++) {
            double change = whole - hidden[i][index];
            double said = said(input, baseline, map, reading, masks.get(i));
            errors += (said - change) * (said - change);
            changes += change * change;
        }
        return new Infidelity(errors / RECTANGLES, changes == 0 ? Math.signum(errors) : errors / changes);
    }

    /** Of a random height and width at a random place, the same in all channels; of a vector, a run of values. */
    private static boolean[] rectangle(Shape shape, SplittableRandom random) {
        int dimensions = shape.dimension();
        int columns = Math.toIntExact(shape.get(dimensions - 1));
        int rows = dimensions == 1 ? 1 : Math.toIntExact(shape.get(dimensions - 2));
        int height = random.nextInt(1, rows + 1);
        int width = random.nextInt(1, columns + 1);
        int top = random.nextInt(rows - height + 1);
        int left = random.nextInt(columns - width + 1);
        var mask = new boolean[Math.toIntExact(shape.size())];
        for (int cell = 0; cell < mask.length; cell++) {
            int row = cell / columns % rows;
            int column = cell % columns;
            mask[cell] = row >= top && row < top + height && column >= left && column < left + width;
        }
        return mask;
    }

    private static float[] hidden(float[] input, float[] baseline, boolean... mask) {
        var hidden = input.clone();
        for (int cell = 0; cell < hidden.length; cell++) {
            if (mask[cell]) {
                hidden[cell] = baseline[cell];
            }
        }
        return hidden;
    }

    private static double said(float[] input, float[] baseline, float[] map, Reading reading, boolean... mask) {
        double said = 0;
        for (int cell = 0; cell < map.length; cell++) {
            if (mask[cell]) {
                said += reading.change(map[cell], input[cell] - baseline[cell]);
            }
        }
        return said;
    }
}
