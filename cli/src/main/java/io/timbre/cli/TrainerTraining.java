package io.timbre.cli;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import io.timbre.cli.Contestant.Span;
import io.timbre.networks.engine.ComputeEngine;
import io.timbre.networks.zoo.Classifier;

/** The steps of DJL's own trainer, with its loss and its Adam. */
final class TrainerTraining implements ReadyNetwork {
    private final Model model;
    private final Shape shape;
    private final Shape targets;
    private final float[] inputs;
    private final Loss loss;
    private final Trainer trainer;

    TrainerTraining(ComputeEngine engine, Classifier classifier, int batch) {
        var network = classifier.network();
        model = BlockPrediction.initialised(engine, network, batch);
        shape = new Shape(batch).addAll(network.inputShape());
        inputs = NetworkNoise.inputs(network, batch);
        boolean each = classifier.judgesEach();
        loss = each ? Loss.sigmoidBinaryCrossEntropyLoss() : Loss.softmaxCrossEntropyLoss();
        targets = each ? new Shape(batch, network.outputs()) : new Shape(batch);
        trainer = model.newTrainer(new DefaultTrainingConfig(loss)
                .optOptimizer(Optimizer.adam().build())
                .optDevices(new Device[] {Device.cpu()}));
        trainer.initialize(shape);
    }

    @Override
    public Span work(int times, int lane) {
        long began = System.nanoTime();
        for (int i = 0; i < times; i++) {
            step();
        }
        return new Span(began, System.nanoTime());
    }

    private void step() {
        try (var manager = model.getNDManager().newSubManager()) {
            NDArray mean;
            try (var collector = trainer.newGradientCollector()) {
                var logits = trainer.forward(new NDList(manager.create(inputs, shape)));
                mean = loss.evaluate(new NDList(manager.zeros(targets)), logits);
                collector.backward(mean);
            }
            update();
            StepTraining.requireLoss(mean.getFloat());
        }
    }

    /** DJL's trainer takes no step where all gradients are 0. */
    private void update() {
        try {
            trainer.step();
        } catch (IllegalStateException refused) {
            throw new EngineException(refused.getMessage(), refused);
        }
    }

    @Override
    public void close() {
        trainer.close();
        model.close();
    }
}
