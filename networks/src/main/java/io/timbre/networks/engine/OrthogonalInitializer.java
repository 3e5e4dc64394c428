package io.timbre.networks.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;

/**
 * Rows of length 1 at right angles to each other, in a random direction: what a recurrent layer's state is passed on by
 * neither grows nor fades for it. {@code (n, m)} with n at most m.
 *
 * @see "A. M. Saxe, J. L. McClelland, S. Ganguli, Exact solutions to the nonlinear dynamics of learning in deep linear
 *     neural networks, ICLR 2014"
 */
final class OrthogonalInitializer implements Initializer {

    @Override
    public NDArray initialize(NDManager manager, Shape shape, DataType type) {
        int rows = (int) shape.get(0);
        int columns = (int) shape.get(1);
        float[] matrix;
        try (var drawn = manager.randomNormal(0, 1, shape, DataType.FLOAT32)) {
            matrix = drawn.toFloatArray();
        }
        for (int row = 0; row < rows; row++) {
            for (int before = 0; before < row; before++) {
                add(matrix, row, before, -product(matrix, row, before, columns), columns);
            }
            double length = Math.sqrt(product(matrix, row, row, columns));
            add(matrix, row, row, 1 / length - 1, columns);
        }
        return manager.create(matrix, shape).toType(type, false);
    }

    private static double product(float[] matrix, int row, int other, int columns) {
        double sum = 0;
        for (int i = 0; i < columns; i++) {
            sum += (double) matrix[row * columns + i] * matrix[other * columns + i];
        }
        return sum;
    }

    private static void add(float[] matrix, int row, int other, double factor, int columns) {
        for (int i = 0; i < columns; i++) {
            matrix[row * columns + i] += (float) (factor * matrix[other * columns + i]);
        }
    }
}
