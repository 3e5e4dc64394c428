package io.timbre.cli;

import ai.djl.Model;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import io.timbre.cli.Contestant.Span;
import io.timbre.networks.engine.ComputeEngine;
import io.timbre.networks.engine.DjlBlock;
import io.timbre.networks.table.Network;

/** A block of fresh weights that takes inputs from this JVM's memory and gives logits back into it. */
final class BlockPrediction implements ReadyNetwork {
    private final Model model;
    private final Shape shape;
    private final int outputs;
    private final float[] inputs;

    BlockPrediction(ComputeEngine engine, Network network, int batch) {
        model = initialised(engine, network, batch);
        shape = new Shape(batch).addAll(network.inputShape());
        outputs = network.outputs();
        inputs = NetworkNoise.inputs(network, batch);
    }

    /** A model with fresh weights and what its standardisation needs. */
    static Model initialised(ComputeEngine engine, Network network, int batch) {
        var model = engine.newModel(network);
        model.getBlock()
                .initialize(model.getNDManager(), DataType.FLOAT32, new Shape(batch).addAll(network.inputShape()));
        NetworkNoise.statistics(network)
                .ifPresent(measured -> DjlBlock.standardise(model.getBlock(), measured.means(), measured.deviations()));
        return model;
    }

    @Override
    public Span work(int times, int lane) {
        long began = System.nanoTime();
        for (int i = 0; i < times; i++) {
            requireLogits(predict());
        }
        return new Span(began, System.nanoTime());
    }

    private void requireLogits(float[] logits) {
        if (logits.length != shape.get(0) * outputs || !Float.isFinite(logits[0])) {
            throw new IllegalStateException("a batch of " + shape + " must have " + outputs + " logits each: had "
                    + logits.length + ", the first " + (logits.length == 0 ? "missing" : logits[0]));
        }
    }

    private float[] predict() {
        try (var manager = model.getNDManager().newSubManager()) {
            var batch = new NDList(manager.create(inputs, shape));
            return model.getBlock()
                    .forward(new ParameterStore(manager, false), batch, false)
                    .singletonOrThrow()
                    .toFloatArray();
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
