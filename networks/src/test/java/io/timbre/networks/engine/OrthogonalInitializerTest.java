package io.timbre.networks.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import io.timbre.networks.zoo.Stephen;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrthogonalInitializerTest {

    @Test
    void givesRowsOfLengthOneAtRightAngles() {
        try (var manager = ComputeEngine.MXNET.engine().newBaseManager()) {
            assertOrthonormal(new OrthogonalInitializer().initialize(manager, new Shape(3, 5), DataType.FLOAT32), 3);
        }
    }

    @Test
    void startsTheStateOfAnElmanLayer() {
        try (var manager = ComputeEngine.MXNET.engine().newBaseManager()) {
            var block = DjlBlock.of(Stephen.iteration1(2));
            block.initialize(manager, DataType.FLOAT32, new Shape(1, 100, 1));

            assertOrthonormal(weight(block.getParameters().values(), "h2h"), 50);
            // uniform up to sqrt(6 / (1 + 50)), by Glorot
            var fromInput = weight(block.getParameters().values(), "i2h").toFloatArray();
            assertThat(fromInput).hasSize(50);
            assertThat(max(fromInput)).isBetween(0.25f, 0.343f);
        }
    }

    private static NDArray weight(List<Parameter> parameters, String from) {
        return parameters.stream()
                .filter(parameter -> parameter.getName().contains(from) && parameter.getType() == Parameter.Type.WEIGHT)
                .findFirst()
                .orElseThrow()
                .getArray();
    }

    private static void assertOrthonormal(NDArray matrix, int rows) {
        var products = matrix.matMul(matrix.transpose()).toFloatArray();
        assertThat(products).containsExactly(identity(rows), within(1e-5f));
    }

    private static float max(float[] values) {
        float max = 0;
        for (float value : values) {
            max = Math.max(max, Math.abs(value));
        }
        return max;
    }

    private static float[] identity(int size) {
        var identity = new float[size * size];
        for (int i = 0; i < size; i++) {
            identity[i * (size + 1)] = 1;
        }
        return identity;
    }
}
