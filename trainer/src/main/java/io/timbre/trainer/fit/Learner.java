package io.timbre.trainer.fit;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import io.timbre.networks.table.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Moves the weights of a model, batch by batch. What a step makes on its way is freed at its end. */
final class Learner {

    private final Model model;
    private final Network network;
    private final Objective objective;
    private final Adam adam;
    private final Optional<WeightAverage> average;

    /**
     * A learner of an initialised model, which it does not own.
     *
     * @param averaging how much of the weights' running mean is kept at a step; 0 for none
     */
    Learner(Model model, Network network, Objective objective, FitSettings settings, double averaging) {
        this.model = model;
        this.network = network;
        this.objective = objective;
        this.adam = new Adam(parameters(model), model.getNDManager(), settings);
        this.average = averaging > 0
                ? Optional.of(new WeightAverage(
                        parameters(model).stream().map(Parameter::getArray).toList(), model.getNDManager(), averaging))
                : Optional.empty();
    }

    private static List<Parameter> parameters(Model model) {
        return model.getBlock().getParameters().values();
    }

    /**
     * Takes a step.
     *
     * @param step from 0
     * @param tally counts the answers that the batch got before the step
     * @return the batch's loss before the step, nats
     */
    double learn(Batch batch, long step, double learningRate, Tally tally) {
        try (var manager = model.getNDManager().newSubManager()) {
            var inputs = manager.create(batch.inputs(), new Shape(batch.rows()).addAll(network.inputShape()));
            var targets = manager.create(batch.targets(), objective.targetShape(batch.rows()));
            double loss;
            try (var collector = manager.getEngine().newGradientCollector()) {
                var logits = forward(inputs, manager);
                var mean = objective.mean(logits, targets, batch.weight());
                collector.backward(mean);
                loss = mean.getFloat();
                tally.add(batch.rows(), logits.toFloatArray(), batch.targets());
            }
            adam.step(step + 1, learningRate, manager);
            average.ifPresent(mean -> mean.add(step + 1));
            return loss;
        }
    }

    private NDArray forward(NDArray inputs, NDManager manager) {
        var store = new ParameterStore(manager, false);
        return model.getBlock().forward(store, new NDList(inputs), true).singletonOrThrow();
    }

    /** Does something with the model while it holds the running mean of its weights, if there is one. */
    void averaged(Runnable work) {
        average.ifPresent(WeightAverage::swap);
        work.run();
        average.ifPresent(WeightAverage::swap);
    }

    /** Waits until all parameters are what the last step makes of them. */
    void await() {
        for (var parameter : parameters(model)) {
            try (var values = parameter.getArray().flatten();
                    var first = values.get(0)) {
                var ignored = first.getFloat();
            }
        }
    }

    /** Everything that the next step depends on: all parameters, Adam's moments, the running mean. */
    List<float[]> memory() {
        return arrays().stream().map(NDArray::toFloatArray).toList();
    }

    /**
     * Puts back what {@link #memory} gave.
     *
     * @throws IllegalArgumentException if it is of other sizes
     */
    void remember(List<float[]> memory) {
        var arrays = arrays();
        if (!sizes(memory)
                .equals(arrays.stream().map(array -> (int) array.size()).toList())) {
            throw new IllegalArgumentException("the memory must be of " + network.name() + ": has other sizes");
        }
        for (int i = 0; i < arrays.size(); i++) {
            arrays.get(i).set(memory.get(i));
        }
    }

    private static List<Integer> sizes(List<float[]> memory) {
        return memory.stream().map(values -> values.length).toList();
    }

    private List<NDArray> arrays() {
        var arrays = new ArrayList<NDArray>();
        parameters(model).forEach(parameter -> arrays.add(parameter.getArray()));
        arrays.addAll(adam.moments());
        average.ifPresent(mean -> arrays.addAll(mean.means()));
        return arrays;
    }
}
