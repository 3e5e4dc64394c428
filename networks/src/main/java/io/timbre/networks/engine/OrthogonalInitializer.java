package io.timbre.networks.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

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
        var decomposition = new QRDecomposition(transposed(draw(manager, shape), rows, columns));
        var q = decomposition.getQ();
        var r = decomposition.getR();
        var matrix = new float[rows * columns];
        for (int row = 0; row < rows; row++) {
            // without the sign, a decomposition would prefer some directions
            double sign = Math.signum(r.getEntry(row, row));
            for (int column = 0; column < columns; column++) {
                matrix[row * columns + column] = (float) (sign * q.getEntry(column, row));
            }
        }
        return manager.create(matrix, shape).toType(type, false);
    }

    private static float[] draw(NDManager manager, Shape shape) {
        try (var drawn = manager.randomNormal(0, 1, shape, DataType.FLOAT32)) {
            return drawn.toFloatArray();
        }
    }

    private static RealMatrix transposed(float[] matrix, int rows, int columns) {
        var transposed = new Array2DRowRealMatrix(columns, rows);
        for (int i = 0; i < matrix.length; i++) {
            transposed.setEntry(i % columns, i / columns, matrix[i]);
        }
        return transposed;
    }
}
