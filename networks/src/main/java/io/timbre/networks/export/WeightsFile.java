package io.timbre.networks.export;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.timbre.networks.engine.ComputeEngine;
import io.timbre.networks.engine.ParametersFile;
import io.timbre.networks.table.Network;
import java.util.List;

/** Arrays of a network, in its order, as {@link ParametersFile} has them. */
final class WeightsFile {

    private WeightsFile() {}

    static byte[] write(Network network, List<Weight> weights) {
        try (var model = ComputeEngine.MXNET.newModel(network)) {
            var block = model.getBlock();
            block.initialize(model.getNDManager(), DataType.FLOAT32, new Shape(1).addAll(network.inputShape()));
            var arrays = block.getParameters().values();
            for (int i = 0; i < weights.size(); i++) {
                arrays.get(i).getArray().set(weights.get(i).values());
            }
            return ParametersFile.write(model);
        }
    }
}
