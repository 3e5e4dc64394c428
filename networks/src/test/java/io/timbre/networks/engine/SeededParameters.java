package io.timbre.networks.engine;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import io.timbre.networks.table.Network;
import java.util.Random;

/** Weights drawn from a seed, as good as trained ones for everything but the answers they give. */
public final class SeededParameters {

    private static final double DEVIATION = 0.1;

    private SeededParameters() {}

    /** The file of parameters of a network; variances and scales are positive, as trained ones are. */
    public static byte[] of(Network network) {
        var random = new Random(1);
        try (var model = MxNet.newModel(network)) {
            var block = model.getBlock();
            block.initialize(model.getNDManager(), DataType.FLOAT32, new Shape(1).addAll(network.inputShape()));
            for (var parameter : block.getParameters().values()) {
                var array = parameter.getArray();
                var values = gaussian(random, (int) array.size(), DEVIATION);
                if (parameter.getType() == Parameter.Type.RUNNING_VAR || parameter.getType() == Parameter.Type.GAMMA) {
                    for (int i = 0; i < values.length; i++) {
                        values[i] = 1 + Math.abs(values[i]);
                    }
                }
                array.set(values);
            }
            return ParametersFile.write(model);
        }
    }

    public static float[] gaussian(Random random, int count, double deviation) {
        var values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (deviation * random.nextGaussian());
        }
        return values;
    }
}
