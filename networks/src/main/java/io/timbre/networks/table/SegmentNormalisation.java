package io.timbre.networks.table;

import ai.djl.ndarray.types.Shape;

/**
 * Subtracts from each input its own mean over all cells and divides by its own deviation, {@code sqrt(variance + epsilon)}:
 * any shape. Of decibels, a gain changes nothing after it, nor does the range of a picture that nobody knows. An input of
 * one value all over becomes zeros. Unlike {@link BatchNormalisation} it does the same while training and holds no numbers.
 */
public record SegmentNormalisation() implements Layer {

    /** What is added to a variance, in the squared unit of the input, so that nothing is divided by zero. */
    public static final float EPSILON = 1e-5f;

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    /** What the layer makes of an input. */
    public static float[] of(float[] input) {
        double mean = mean(input);
        double deviation = deviation(input);
        var normal = new float[input.length];
        for (int i = 0; i < normal.length; i++) {
            normal[i] = (float) ((input[i] - mean) / deviation);
        }
        return normal;
    }

    /** What the layer subtracts. */
    public static double mean(float[] input) {
        double sum = 0;
        for (float value : input) {
            sum += value;
        }
        return sum / input.length;
    }

    /** What the layer divides by. */
    public static double deviation(float[] input) {
        double mean = mean(input);
        double sum = 0;
        for (float value : input) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / input.length + EPSILON);
    }
}
