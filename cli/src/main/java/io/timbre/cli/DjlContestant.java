package io.timbre.cli;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.ParameterStore;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import io.timbre.cli.Contestant.Span;
import io.timbre.networks.engine.ComputeEngine;
import io.timbre.networks.engine.DjlBlock;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Standardisation;
import java.util.Arrays;
import java.util.Random;

/** An engine of DJL's, each with the same block and the same steps. */
record DjlContestant(String name, ComputeEngine engine) implements NetworkContestant {

    @Override
    public String description() {
        return name + " " + engine.engine().getVersion() + " (DJL " + Engine.getDjlVersion() + ")";
    }

    @Override
    public ReadyNetwork ready(Network network, NetworkTask task, int batch) throws PeerException {
        var ready = switch (task) {
            case PREDICTION -> new Predicting(network, batch);
            case TRAINING -> new Training(network, batch);
        };
        try {
            // PyTorch will not normalise a batch of one, and says so only when it comes to it
            ready.work(1, 0);
            return ready;
        } catch (EngineException unable) {
            ready.close();
            throw new PeerException(
                    String.valueOf(unable.getMessage()).lines().findFirst().orElse("it cannot"));
        }
    }

    private abstract class Ready implements ReadyNetwork {
        final Model model;
        final Shape shape;
        private final float[] inputs;

        Ready(Network network, int batch) {
            model = engine.newModel(network);
            shape = new Shape(batch).addAll(network.inputShape());
            inputs = noise((int) shape.size());
            model.getBlock().initialize(model.getNDManager(), DataType.FLOAT32, shape);
            if (network.layers().getFirst() instanceof Standardisation first) {
                int bands = (int) first.parameterCount(network.inputShape()) / 2;
                var ones = new float[bands];
                Arrays.fill(ones, 1);
                DjlBlock.standardise(model.getBlock(), new float[bands], ones);
            }
        }

        @Override
        public Span work(int times, int lane) {
            long began = System.nanoTime();
            for (int i = 0; i < times; i++) {
                try (var manager = model.getNDManager().newSubManager()) {
                    step(manager, manager.create(inputs, shape));
                }
            }
            return new Span(began, System.nanoTime());
        }

        abstract void step(NDManager manager, NDArray batch);

        @Override
        public void close() {
            model.close();
        }
    }

    private final class Predicting extends Ready {
        Predicting(Network network, int batch) {
            super(network, batch);
        }

        @Override
        void step(NDManager manager, NDArray batch) {
            var store = new ParameterStore(manager, false);
            var ignored = model.getBlock()
                    .forward(store, new NDList(batch), false)
                    .singletonOrThrow()
                    .toFloatArray();
        }
    }

    private final class Training extends Ready {
        private final Loss loss;
        private final Shape targets;
        private final Trainer trainer;

        Training(Network network, int batch) {
            super(network, batch);
            boolean one = network.outputs() == 1;
            loss = one ? Loss.sigmoidBinaryCrossEntropyLoss() : Loss.softmaxCrossEntropyLoss();
            targets = one ? new Shape(batch, 1) : new Shape(batch);
            trainer = model.newTrainer(new DefaultTrainingConfig(loss)
                    .optOptimizer(Optimizer.adam().build())
                    .optDevices(new Device[] {Device.cpu()}));
            trainer.initialize(shape);
        }

        @Override
        void step(NDManager manager, NDArray batch) {
            try (var collector = trainer.newGradientCollector()) {
                var logits = trainer.forward(new NDList(batch));
                var mean = loss.evaluate(new NDList(manager.zeros(targets)), logits);
                collector.backward(mean);
            }
            trainer.step();
            var parameters = model.getBlock().getParameters();
            awaitUpdate(parameters.valueAt(0).getArray());
            awaitUpdate(parameters.valueAt(parameters.size() - 1).getArray());
        }

        /** MXNet returns before it has computed: only reading what a step changes takes as long as the step. */
        private void awaitUpdate(NDArray parameter) {
            try (var values = parameter.flatten();
                    var first = values.get(0)) {
                var ignored = first.getFloat();
            }
        }

        @Override
        public void close() {
            trainer.close();
            super.close();
        }
    }

    private static float[] noise(int length) {
        var random = new Random(1);
        var noise = new float[length];
        for (int i = 0; i < length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        return noise;
    }
}
