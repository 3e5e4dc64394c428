package io.timbre.networks.engine;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import io.timbre.networks.table.Network;
import java.util.Random;

/** Weights drawn from a seed, as good as trained ones for everything but the answers they give. */
public final class SeededParameters {

    private SeededParameters() {}

    /**
     * The file of parameters of a network. Weights have a variance of one over the values they sum, so that what comes
     * out is of order 1, after 100 recurrent steps too; variances and scales are positive, as trained ones are.
     */
    public static byte[] of(Network network) {
        return of(network, 1);
    }

    /** Likewise, from another seed. */
    public static byte[] of(Network network, long seed) {
        var random = new Random(seed);
        try (var model = ComputeEngine.MXNET.newModel(network)) {
            var block = model.getBlock();
            block.initialize(model.getNDManager(), DataType.FLOAT32, new Shape(1).addAll(network.inputShape()));
            for (var parameter : block.getParameters().values()) {
                parameter.getArray().set(values(random, parameter));
            }
            return ParametersFile.write(model);
        }
    }

    private static float[] values(Random random, Parameter parameter) {
        var shape = parameter.getArray().getShape();
        return switch (parameter.getType()) {
            case WEIGHT -> gaussian(random, (int) shape.size(), Math.sqrt((double) shape.get(0) / shape.size()));
            case RUNNING_VAR, GAMMA -> {
                var values = gaussian(random, (int) shape.size(), 0.1);
                for (int i = 0; i < values.length; i++) {
                    values[i] = 1 + Math.abs(values[i]);
                }
                yield values;
            }
            default -> gaussian(random, (int) shape.size(), 0.1);
        };
    }

    public static float[] gaussian(Random random, int count, double deviation) {
        var values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (deviation * random.nextGaussian());
        }
        return values;
    }
}
