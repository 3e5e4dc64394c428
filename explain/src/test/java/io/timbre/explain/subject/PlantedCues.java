package io.timbre.explain.subject;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import io.timbre.networks.engine.DjlBlock;
import io.timbre.networks.engine.ParametersFile;
import io.timbre.networks.gradient.DifferentiableModel;
import io.timbre.networks.table.Convolution;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.GlobalAveragePool;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Relu;
import io.timbre.networks.table.Standardisation;
import io.timbre.signal.frontend.LogMel;
import io.timbre.signal.frontend.LogMelParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A small network for sound whose classes are decided by one thing each: noise is {@code a}; noise with a tone of 1 kHz
 * for a while is {@code b}; noise with clicks is {@code c}. So it is known where an explanation must point.
 */
public final class PlantedCues {

    private static final LogMel FRONT_END =
            new LogMel(new LogMelParameters(8000, 512, 128, 32, 0, 4000, 1e-10, 39, 16, 120, 30));
    private static final Network NETWORK = new Network(
            "planted-cues",
            new Shape(1, 32, 40),
            List.of(
                    new Standardisation(),
                    Convolution.same(8, 3),
                    new Relu(),
                    Convolution.same(8, 3),
                    new Relu(),
                    new GlobalAveragePool(),
                    new FullyConnected(3)));
    private static final int RATE_HZ = FRONT_END.sampleRateHz();
    private static final int TONE_HZ = 1000;
    private static final int EXAMPLES = 240;
    private static final int BATCH = 16;
    private static final int EPOCHS = 8;
    /** What a cell must gain by the cue to be one of its cells. */
    private static final float CUE_DECIBELS = 6;

    private PlantedCues() {}

    /** What decides the class. */
    public enum Cue {
        NOTHING,
        TONE,
        CLICKS
    }

    /**
     * A segment.
     *
     * @param isCue whether a cell is one of those that its cue made louder
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Planted(float[] input, boolean[] isCue) {

        static Planted of(Cue cue, long seed) {
            var random = new Random(seed);
            var noise = new float[FRONT_END.segmentSamples()];
            for (int i = 0; i < noise.length; i++) {
                noise[i] = (float) (0.01 * random.nextGaussian());
            }
            var plain = FRONT_END.transform(noise);
            var input = FRONT_END.transform(with(cue, noise, random));
            var isCue = new boolean[input.length];
            for (int cell = 0; cell < isCue.length; cell++) {
                isCue[cell] = input[cell] - plain[cell] > CUE_DECIBELS;
            }
            return new Planted(input, isCue);
        }

        private static float[] with(Cue cue, float[] noise, Random random) {
            var samples = noise.clone();
            switch (cue) {
                case NOTHING -> {}
                case TONE -> {
                    int from = random.nextInt(RATE_HZ / 4);
                    for (int i = from; i < from + RATE_HZ / 4; i++) {
                        samples[i] += (float) (0.02 * Math.sin(2 * Math.PI * TONE_HZ * i / RATE_HZ));
                    }
                }
                case CLICKS -> {
                    for (int i = random.nextInt(RATE_HZ / 8); i < samples.length; i += RATE_HZ / 4) {
                        samples[i] += 0.7f;
                    }
                }
            }
            return samples;
        }
    }

    /** A segment that the network was not trained on. */
    public static Planted segment(Cue cue, int number) {
        return Planted.of(cue, 1_000_000L + number);
    }

    /** A copy of its own; the first call trains it for seconds, always to the same weights. */
    public static ExplainedModel model() {
        return ExplainedModel.of(ToyModel.description(NETWORK), DifferentiableModel.of(NETWORK, Trained.PARAMETERS));
    }

    private static final class Trained {
        static final byte[] PARAMETERS = parameters();
    }

    private static byte[] parameters() {
        var examples = new ArrayList<float[]>();
        for (int i = 0; i < EXAMPLES; i++) {
            examples.add(Planted.of(label(i), i).input());
        }
        try (var model = ToyModel.initialised(NETWORK)) {
            ToyModel.draw(model, 1);
            standardise(model, examples);
            train(model, examples);
            return ParametersFile.write(model);
        }
    }

    private static Cue label(int example) {
        return Cue.values()[example % Cue.values().length];
    }

    private static void standardise(Model model, List<float[]> examples) {
        int bands = FRONT_END.segmentShape()[0];
        int frames = FRONT_END.segmentShape()[1];
        var means = new float[bands];
        var deviations = new float[bands];
        for (int band = 0; band < bands; band++) {
            var values = new double[examples.size() * frames];
            for (int i = 0; i < values.length; i++) {
                values[i] = examples.get(i / frames)[band * frames + i % frames];
            }
            double mean = Arrays.stream(values).average().orElseThrow();
            means[band] = (float) mean;
            deviations[band] = (float) Math.sqrt(Arrays.stream(values)
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElseThrow());
        }
        DjlBlock.standardise(model.getBlock(), means, deviations);
    }

    private static void train(Model model, List<float[]> examples) {
        var config = new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optDevices(new Device[] {Device.cpu()})
                .optOptimizer(Optimizer.adam()
                        .optLearningRateTracker(Tracker.fixed(0.01f))
                        .build());
        try (var trainer = model.newTrainer(config)) {
            trainer.initialize(new Shape(BATCH).addAll(NETWORK.inputShape()));
            for (int step = 0; step < EPOCHS * EXAMPLES / BATCH; step++) {
                step(trainer, examples, step * BATCH % EXAMPLES);
            }
        }
    }

    private static void step(Trainer trainer, List<float[]> examples, int first) {
        var inputs = new float[BATCH * NETWORK.inputSize()];
        var labels = new float[BATCH];
        for (int i = 0; i < BATCH; i++) {
            System.arraycopy(examples.get(first + i), 0, inputs, i * NETWORK.inputSize(), NETWORK.inputSize());
            labels[i] = label(first + i).ordinal();
        }
        try (var manager = trainer.getManager().newSubManager();
                var collector = trainer.newGradientCollector()) {
            var logits =
                    trainer.forward(new NDList(manager.create(inputs, new Shape(BATCH).addAll(NETWORK.inputShape()))));
            collector.backward(trainer.getLoss().evaluate(new NDList(manager.create(labels)), logits));
        }
        trainer.step();
    }
}
