package io.timbre.trainer.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.Trainer;
import io.timbre.networks.table.Network;
import java.util.List;
import java.util.Random;

/** One step of each half: the discriminator learns first, the generator from what it then says. */
final class AdversarialStep {

    private final Trainer maker;
    private final Trainer judge;
    private final Network generator;
    private final Network discriminator;

    AdversarialStep(Trainer maker, Trainer judge, Network generator, Network discriminator) {
        this.maker = maker;
        this.judge = judge;
        this.generator = generator;
        this.discriminator = discriminator;
    }

    /** Mean losses of the batch, nats. */
    record Losses(double discriminator, double generator) {}

    /** Learns from a batch and from as many generated examples of the same conditions. */
    Losses run(List<Conditioned> real, Random random) {
        try (var manager = maker.getManager().newSubManager()) {
            var batch = batch(manager, real, random);
            return new Losses(teachDiscriminator(manager, batch), teachGenerator(manager, batch));
        }
    }

    /** Arrays of the manager. */
    Batch batch(NDManager manager, List<Conditioned> real, Random random) {
        return new Batch(
                rows(manager, real.stream().map(Conditioned::values).toList()),
                rows(manager, real.stream().map(Conditioned::condition).toList()),
                rows(
                        manager,
                        real.stream()
                                .map(example -> NoisyInput.of(generator, example.condition(), random))
                                .toList()));
    }

    /** One row an example; conditions are empty where nothing is told. */
    record Batch(NDArray real, NDArray conditions, NDArray noise) {
        long size() {
            return real.getShape().get(0);
        }
    }

    /** The generator stays as it is. */
    double teachDiscriminator(NDManager manager, Batch batch) {
        var verdict = NDArrays.concat(
                new NDList(manager.ones(new Shape(batch.size(), 1)), manager.zeros(new Shape(batch.size(), 1))));
        float mean;
        try (var gradients = judge.newGradientCollector()) {
            var generated = generated(batch).stopGradient();
            var both = NDArrays.concat(new NDList(
                    conditioned(batch.real(), batch.conditions()), conditioned(generated, batch.conditions())));
            var loss = judge.getLoss().evaluate(new NDList(verdict), judged(both));
            gradients.backward(loss);
            mean = loss.getFloat();
        }
        judge.step();
        return mean;
    }

    /** The discriminator stays as it is. */
    double teachGenerator(NDManager manager, Batch batch) {
        var wanted = new NDList(manager.ones(new Shape(batch.size(), 1)));
        float mean;
        try (var gradients = maker.newGradientCollector()) {
            var generated = generated(batch);
            var loss = maker.getLoss().evaluate(wanted, judged(conditioned(generated, batch.conditions())));
            gradients.backward(loss);
            mean = loss.getFloat();
        }
        maker.step();
        return mean;
    }

    private NDArray generated(Batch batch) {
        var made = maker.forward(new NDList(batch.noise())).singletonOrThrow();
        return made.reshape(batch.size(), -1);
    }

    private static NDArray conditioned(NDArray values, NDArray conditions) {
        return conditions.isEmpty() ? values : NDArrays.concat(new NDList(values, conditions), 1);
    }

    private NDList judged(NDArray rows) {
        return judge.forward(
                new NDList(rows.reshape(new Shape(rows.getShape().get(0)).addAll(discriminator.inputShape()))));
    }

    private static NDArray rows(NDManager manager, List<float[]> rows) {
        return manager.create(rows.toArray(float[][]::new));
    }
}
