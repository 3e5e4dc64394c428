package io.timbre.explain.subject;

import ai.djl.Model;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.timbre.networks.engine.ComputeEngine;
import io.timbre.networks.engine.ParametersFile;
import io.timbre.networks.gradient.DifferentiableModel;
import io.timbre.networks.model.ModelDescription;
import io.timbre.networks.model.ModelDescription.Calibration;
import io.timbre.networks.model.ModelDescription.Evaluation;
import io.timbre.networks.model.ModelDescription.FrontEnd;
import io.timbre.networks.model.ModelDescription.Parameters;
import io.timbre.networks.model.ModelDescription.Training;
import io.timbre.networks.table.Flatten;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.Network;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Models small enough to know their answers by hand. */
public final class ToyModel {

    private ToyModel() {}

    /** One logit a class, each a weighted sum of the inputs, without a bias. */
    public static ExplainedModel linear(Shape input, float[]... weights) {
        var network = new Network("linear", input, List.of(new Flatten(), new FullyConnected(weights.length)));
        var all = new float[weights.length * network.inputSize()];
        for (int i = 0; i < weights.length; i++) {
            System.arraycopy(weights[i], 0, all, i * network.inputSize(), network.inputSize());
        }
        return of(network, all, new float[weights.length]);
    }

    /** A network with these parameters, in the order in which its layers hold them. */
    public static ExplainedModel of(Network network, float[]... parameters) {
        try (var model = initialised(network)) {
            var held = model.getBlock().getParameters();
            for (int i = 0; i < parameters.length; i++) {
                held.valueAt(i).getArray().set(parameters[i]);
            }
            return of(network, model);
        }
    }

    /** A network with weights drawn so that what comes out is of order 1, and biases of 0. */
    public static ExplainedModel seeded(Network network, long seed) {
        try (var model = initialised(network)) {
            draw(model, seed);
            return of(network, model);
        }
    }

    /** A copy of what the model holds. */
    public static ExplainedModel of(Network network, Model model) {
        return ExplainedModel.of(description(network), DifferentiableModel.of(network, ParametersFile.write(model)));
    }

    /** A model whose parameters are zeros, or what DJL begins with. */
    public static Model initialised(Network network) {
        var model = ComputeEngine.MXNET.newModel(network);
        model.getBlock().initialize(model.getNDManager(), DataType.FLOAT32, new Shape(1).addAll(network.inputShape()));
        return model;
    }

    /** Draws weights with the variance of 2 over the values that they sum, and sets biases to 0. */
    public static void draw(Model model, long seed) {
        var random = new Random(seed);
        for (var parameter : model.getBlock().getParameters().values()) {
            var shape = parameter.getArray().getShape();
            var values = new float[(int) shape.size()];
            switch (parameter.getType()) {
                case WEIGHT -> {
                    double deviation = Math.sqrt(2.0 * shape.get(0) / shape.size());
                    for (int i = 0; i < values.length; i++) {
                        values[i] = (float) (deviation * random.nextGaussian());
                    }
                }
                case RUNNING_VAR, GAMMA -> Arrays.fill(values, 1);
                default -> {}
            }
            parameter.getArray().set(values);
        }
    }

    /** Classes {@code a}, {@code b}, ..., and posteriors by a plain softmax. */
    static ModelDescription description(Network network) {
        int classes = Math.max(2, network.outputs());
        var names = List.of("abcdefghij".substring(0, classes).split(""));
        var evaluation = new Evaluation("nothing", 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, List.of(), List.of());
        return new ModelDescription(
                network.name(),
                network.name(),
                names,
                new FrontEnd("none", "none", List.of()),
                new Calibration(1, 0),
                new Parameters("none", "none", network.parameterCount()),
                evaluation,
                evaluation,
                new Training("none", Map.of(), Map.of(), "none"));
    }
}
