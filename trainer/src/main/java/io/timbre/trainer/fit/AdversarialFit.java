package io.timbre.trainer.fit;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import io.timbre.networks.engine.ComputeEngine;
import io.timbre.networks.engine.ParametersFile;
import io.timbre.networks.table.Network;
import java.util.List;
import java.util.Random;

/**
 * Teaches a generator to make examples that a discriminator, learning with it, takes for real.
 *
 * <pre>{@code
 * var result = new AdversarialFit(Lee.generator(20), Lee.discriminator(20), settings).fit(real);
 * var made = result.generator().examples(conditions, seed);
 * }</pre>
 *
 * <p>The same seed on the same machine, with one OpenMP thread, gives the same generator.
 *
 * @see "I. Goodfellow et al., Generative Adversarial Nets, NIPS 2014"
 */
public final class AdversarialFit {

    /** Of Adam's mean gradient: less than usual, or the two circle around each other (Radford et al. 2016). */
    private static final float MOMENTUM = 0.5f;

    private final Network generator;
    private final Network discriminator;
    private final AdversarialSettings settings;

    /** Both networks take a condition, or neither; the discriminator gives one logit. */
    public AdversarialFit(Network generator, Network discriminator, AdversarialSettings settings) {
        this.generator = generator;
        this.discriminator = discriminator;
        this.settings = settings;
    }

    /**
     * Plays from fresh weights.
     *
     * @param real at least one; each as long, with its condition, as the discriminator's input
     * @throws IllegalArgumentException if there is none, or one has another length
     */
    public AdversarialResult fit(List<Conditioned> real) {
        requireFitting(real);
        ComputeEngine.MXNET.engine().setRandomSeed((int) settings.seed());
        try (var making = ComputeEngine.MXNET.newModel(generator);
                var judging = ComputeEngine.MXNET.newModel(discriminator);
                var maker = trainer(making, generator);
                var judge = trainer(judging, discriminator)) {
            var step = new AdversarialStep(maker, judge, generator, discriminator);
            return play(real, step, making);
        }
    }

    private AdversarialResult play(List<Conditioned> real, AdversarialStep step, Model making) {
        var random = new Random(settings.seed());
        var discriminatorLosses = new double[settings.steps()];
        var generatorLosses = new double[settings.steps()];
        for (int i = 0; i < settings.steps(); i++) {
            var drawn = random.ints(settings.batchSize(), 0, real.size())
                    .mapToObj(real::get)
                    .toList();
            var losses = step.run(drawn, random);
            discriminatorLosses[i] = losses.discriminator();
            generatorLosses[i] = losses.generator();
        }
        var learnt = new TrainedGenerator(generator, ParametersFile.write(making));
        return new AdversarialResult(learnt, discriminatorLosses, generatorLosses);
    }

    private Trainer trainer(Model model, Network network) {
        var trainer = model.newTrainer(new DefaultTrainingConfig(Loss.sigmoidBinaryCrossEntropyLoss())
                .optDevices(new Device[] {Device.cpu()})
                .optOptimizer(Optimizer.adam()
                        .optBeta1(MOMENTUM)
                        .optLearningRateTracker(Tracker.fixed((float) settings.learningRate()))
                        .build()));
        trainer.initialize(new Shape(settings.batchSize()).addAll(network.inputShape()));
        return trainer;
    }

    private void requireFitting(List<Conditioned> real) {
        if (real.isEmpty()) {
            throw new IllegalArgumentException("there must be real examples to learn from: were none");
        }
        for (var example : real) {
            int length = example.values().length + example.condition().length;
            if (length != discriminator.inputSize()) {
                throw new IllegalArgumentException("an example and its condition must have " + discriminator.inputSize()
                        + " values: had " + length);
            }
        }
    }
}
