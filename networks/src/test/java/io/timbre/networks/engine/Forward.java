package io.timbre.networks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Model;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import io.timbre.networks.table.Network;
import java.util.Random;

/** Batches through models, and how far apart two answers are. */
public final class Forward {

    private Forward() {}

    /** Values of order 1 for a batch of the network's inputs. */
    public static float[] inputs(Network network, int batch) {
        return SeededParameters.gaussian(new Random(batch), batch * network.inputSize(), 1);
    }

    /** What a network with these parameters gives for a batch on an engine. */
    public static float[] outputs(ComputeEngine engine, Network network, byte[] parameters, float[] inputs) {
        try (var model = engine.newModel(network)) {
            ParametersFile.read(parameters, model, network);
            return outputs(model, network, inputs);
        }
    }

    /** What the block of a model gives for a batch. */
    public static float[] outputs(Model model, Network network, float[] inputs) {
        try (var manager = model.getNDManager().newSubManager()) {
            var shape = new Shape(inputs.length / network.inputSize()).addAll(network.inputShape());
            return model.getBlock()
                    .forward(new ParameterStore(manager, false), new NDList(manager.create(inputs, shape)), false)
                    .singletonOrThrow()
                    .toFloatArray();
        }
    }

    /** Fails if two answers differ anywhere by more than a share of the largest value. */
    public static void requireClose(float[] answer, float[] expected, double share) {
        assertThat(answer).hasSameSizeAs(expected);
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            difference = Math.max(difference, Math.abs(answer[i] - expected[i]));
        }
        assertThat(largest).as("largest output").isBetween(0.01, 100.0);
        assertThat(difference / largest).as("largest difference").isLessThan(share);
    }
}
