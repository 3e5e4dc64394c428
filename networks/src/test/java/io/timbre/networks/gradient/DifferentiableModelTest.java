package io.timbre.networks.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.timbre.networks.engine.ComputeEngine;
import io.timbre.networks.engine.DeviceWish;
import io.timbre.networks.engine.DjlBlock;
import io.timbre.networks.engine.Forward;
import io.timbre.networks.engine.ParametersFile;
import io.timbre.networks.engine.Placement;
import io.timbre.networks.engine.SeededParameters;
import io.timbre.networks.table.BatchNormalisation;
import io.timbre.networks.table.Branches;
import io.timbre.networks.table.Convolution;
import io.timbre.networks.table.Dropout;
import io.timbre.networks.table.Flatten;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.GlobalAveragePool;
import io.timbre.networks.table.MaxPool;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Relu;
import io.timbre.networks.table.Standardisation;
import io.timbre.networks.zoo.Zoo;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DifferentiableModelTest {

    @Test
    void pyTorchGivesTheSameGradients() {
        var input = input(SMALL, 1);
        var weights = new float[][] {{1, -2, 3}};
        var placement = Placement.of(ComputeEngine.PYTORCH, DeviceWish.CPU);
        try (var mxNet = seeded(SMALL);
                var pyTorch = DifferentiableModel.of(SMALL, SeededParameters.of(SMALL), placement)) {
            var expected = mxNet.gradients(List.of(input), weights)[0];

            // Twice: PyTorch adds to the gradients that are there.
            for (int i = 0; i < 2; i++) {
                assertThat(pyTorch.gradients(List.of(input), weights)[0]).containsExactly(expected, within(1e-5f));
            }
            assertThat(pyTorch.deconvolved(input, 3, 0, 2)[1])
                    .containsExactly(mxNet.deconvolved(input, 3, 0, 2)[1], within(1e-5f));
            assertThat(pyTorch.randomised(1, 5).logits(List.of(input))[0])
                    .containsExactly(mxNet.randomised(1, 5).logits(List.of(input))[0], within(1e-5f));
        }
    }

    private static final Network SMALL = new Network(
            "small",
            new Shape(1, 6, 5),
            List.of(
                    new Standardisation(),
                    Convolution.same(4, 3),
                    new Relu(),
                    new MaxPool(2),
                    new Dropout(0.5f),
                    new Flatten(),
                    new FullyConnected(3)));

    @ParameterizedTest
    @ValueSource(
            strings = {"vanmieghem-cnn", "stephen-rnn-1", "stephen-rnn-2", "vanmieghem-rnn-tanh", "chang-cnn-lstm"})
    void hasTheGradientsThatFiniteDifferencesFind(String name) {
        var network = Zoo.network(name, 6);
        var input = input(network, 1);
        var weights = SeededParameters.gaussian(new Random(2), network.outputs(), 1);
        try (var model = seeded(network)) {
            var gradient = model.gradients(List.of(input), new float[][] {weights})[0];

            for (long seed = 1; seed <= 5; seed++) {
                var direction = input(network, seed);
                assertThat(dot(gradient, direction))
                        .isCloseTo(slope(model, weights, input, direction), within(0.005 * norm(gradient)));
            }
        }
    }

    /** Along a direction, by a step to either side: so small that few units bend on the way, and no smaller. */
    private static double slope(DifferentiableModel model, float[] weights, float[] input, float[] direction) {
        float step = 2e-4f;
        var beside = model.logits(List.of(moved(input, direction, step), moved(input, direction, -step)));
        return (dot(weights, beside[0]) - dot(weights, beside[1])) / (2 * step);
    }

    @Test
    void knowsTheGradientOfASumOfLogits() {
        var inputs = List.of(input(SMALL, 1), input(SMALL, 2));
        try (var model = seeded(SMALL)) {
            var first = model.gradients(inputs, new float[][] {{1, 0, 0}, {1, 0, 0}});
            var second = model.gradients(inputs, new float[][] {{0, 1, 0}, {0, 1, 0}});
            var sum = model.gradients(inputs, new float[][] {{2, -1, 0}, {0, 1, 0}});

            for (int cell = 0; cell < 30; cell++) {
                assertThat(sum[0][cell]).isCloseTo(2 * first[0][cell] - second[0][cell], within(1e-5f));
                assertThat(sum[1][cell]).isCloseTo(second[1][cell], within(1e-6f));
            }
        }
    }

    @Test
    void givesTheLogitsOfTheNetworkWithoutDropout() {
        var input = input(SMALL, 1);
        try (var model = seeded(SMALL)) {
            var expected = Forward.outputs(ComputeEngine.MXNET, SMALL, SeededParameters.of(SMALL), input);

            assertThat(model.logits(List.of(input))[0]).containsExactly(expected, within(1e-6f));
            assertThat(gradient(model, input)).isEqualTo(gradient(model, input));
            assertThat(model.network().layers()).contains(new Dropout(0));
        }
    }

    @Test
    void keepsManyInputsInTheirOrder() {
        var inputs = IntStream.range(0, 40).mapToObj(n -> input(SMALL, n)).toList();
        try (var model = seeded(SMALL)) {
            var logits = model.logits(inputs);
            var gradients = model.gradients(inputs, ones(40));

            for (int n : new int[] {0, 15, 16, 39}) {
                assertThat(logits[n]).containsExactly(model.logits(List.of(inputs.get(n)))[0], within(1e-6f));
                assertThat(gradients[n]).containsExactly(gradient(model, inputs.get(n)), within(1e-6f));
            }
        }
    }

    @Test
    void answersThreadsThatAskAtOnce() throws Exception {
        var inputs = IntStream.range(0, 8).mapToObj(n -> input(SMALL, n)).toList();
        try (var model = seeded(SMALL);
                var threads = Executors.newFixedThreadPool(4)) {
            var expected = inputs.stream().map(input -> gradient(model, input)).toList();
            List<Callable<float[]>> questions = IntStream.range(0, 80)
                    .mapToObj(n -> (Callable<float[]>) () -> gradient(model, inputs.get(n % 8)))
                    .toList();

            var answers = threads.invokeAll(questions);
            for (int n = 0; n < answers.size(); n++) {
                assertThat(answers.get(n).get()).isEqualTo(expected.get(n % 8));
            }
        }
    }

    @Test
    void givesWhatEachLayerGives() {
        var network = new Network(
                "hand-sized",
                new Shape(1, 1, 4),
                List.of(Convolution.same(1, 1), new Relu(), new Flatten(), new FullyConnected(1)));
        // 2 x - 3, rectified, summed
        try (var model = of(network, new float[] {2}, new float[] {-3}, new float[] {1, 1, 1, 1}, new float[1])) {
            var activations = model.activations(new float[] {0, 1, 2, 3});

            assertThat(activations.get(0)).containsExactly(-3, -1, 1, 3);
            assertThat(activations.get(1)).containsExactly(0, 0, 1, 3);
            assertThat(activations.get(3)).containsExactly(4);
        }
    }

    @Test
    void walksBackByHandThroughPoolReluAndKernel() {
        var network = new Network(
                "hand-sized",
                new Shape(1, 2, 2),
                List.of(Convolution.same(2, 1), new Relu(), new MaxPool(2), new Flatten(), new FullyConnected(2)));
        // two kernels, 2 x and -x; of (1 5; 3 2) the first has its maximum 10 at the 5, the second is rectified away
        try (var model = of(network, new float[] {2, -1}, new float[2], new float[4], new float[2])) {
            var back = model.deconvolved(new float[] {1, 5, 3, 2}, 2, 0, 1);

            assertThat(back[0]).containsExactly(0, 20, 0, 0); // 10, put where it was, through the kernel: 2 * 10
            assertThat(back[1]).containsOnly(0);
        }
    }

    @Test
    void refusesToWalkBackFromWhatIsNoPicture() {
        try (var model = seeded(SMALL)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> model.deconvolved(new float[30], 6, 0))
                    .withMessage("layer 6 of small must give feature maps: gives (3)");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> model.deconvolved(new float[30], 1, 4))
                    .withMessage("a feature map of layer 1 of small must be from 0 to 3: was 4");
        }
    }

    @Test
    void forgetsTheLastLayersAndLeavesTheOriginalAlone() {
        var input = input(SMALL, 1);
        try (var model = seeded(SMALL);
                var headless = model.randomised(1, 7);
                var again = model.randomised(1, 7);
                var empty = model.randomised(2, 7)) {
            var before = model.activations(input);

            assertThat(model.learntLayers()).isEqualTo(2); // neither the standardisation nor what holds no numbers
            assertThat(headless.activations(input).get(5)).isEqualTo(before.get(5)); // what enters the last layer
            assertThat(headless.activations(input).get(6)).isNotEqualTo(before.get(6));
            assertThat(empty.activations(input).get(0)).isEqualTo(before.get(0)); // standardised as before
            assertThat(empty.activations(input).get(1)).isNotEqualTo(before.get(1));
            assertThat(again.logits(List.of(input))).isDeepEqualTo(headless.logits(List.of(input)));
            assertThat(model.activations(input).get(6)).isEqualTo(before.get(6));
        }
    }

    @Test
    void knowsTheMeanOfTheTrainingDataIfItStandardises() {
        try (var model = ComputeEngine.MXNET.newModel(SMALL)) {
            model.getBlock().initialize(model.getNDManager(), DataType.FLOAT32, new Shape(1, 1, 6, 5));
            DjlBlock.standardise(model.getBlock(), new float[] {1, 2, 3, 4, 5, 6}, new float[] {2, 2, 2, 2, 2, 2});
            try (var asked = DifferentiableModel.of(SMALL, ParametersFile.write(model))) {
                assertThat(asked.meanInput(List.of(new float[30])).orElseThrow())
                        .startsWith(1, 1, 1, 1, 1, 2)
                        .endsWith(6);
            }
        }
        try (var model = seeded(Zoo.network("stephen-rnn-1", 2))) {
            assertThat(model.meanInput(List.of(new float[100]))).isEmpty();
        }
    }

    @Test
    void refusesNetworksThatNormaliseBatches() {
        var network = new Network(
                "normalising",
                new Shape(1, 4, 4),
                List.of(
                        new Branches(List.of(
                                List.of(new BatchNormalisation(), new GlobalAveragePool()),
                                List.of(new GlobalAveragePool()))),
                        new FullyConnected(2)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DifferentiableModel.of(network, SeededParameters.of(network)))
                .withMessage("normalising normalises batches, so its gradients cannot be explained:"
                        + " ask a network that does not");
    }

    @Test
    void refusesInputsAndWeightsOfAnotherSize() {
        try (var model = seeded(SMALL)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> model.logits(List.of(new float[29])))
                    .withMessage("an input of (1, 6, 5) must have 30 values: had 29");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> model.gradients(List.of(new float[30]), ones(2)))
                    .withMessage("weights must be a row an input, of which there are 1: were 2");
        }
    }

    private static DifferentiableModel seeded(Network network) {
        return DifferentiableModel.of(network, SeededParameters.of(network));
    }

    private static DifferentiableModel of(Network network, float[]... parameters) {
        try (var model = ComputeEngine.MXNET.newModel(network)) {
            var block = model.getBlock();
            block.initialize(model.getNDManager(), DataType.FLOAT32, new Shape(1).addAll(network.inputShape()));
            for (int i = 0; i < parameters.length; i++) {
                block.getParameters().valueAt(i).getArray().set(parameters[i]);
            }
            return DifferentiableModel.of(network, ParametersFile.write(model));
        }
    }

    private static float[] gradient(DifferentiableModel model, float[] input) {
        return model.gradients(List.of(input), ones(1))[0];
    }

    private static float[][] ones(int rows) {
        var ones = new float[rows][3];
        for (var row : ones) {
            Arrays.fill(row, 1);
        }
        return ones;
    }

    private static float[] input(Network network, long seed) {
        return SeededParameters.gaussian(new Random(seed), network.inputSize(), 1);
    }

    private static float[] moved(float[] input, float[] direction, float step) {
        var moved = new float[input.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = input[i] + step * direction[i];
        }
        return moved;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    private static double norm(float[] a) {
        return Math.sqrt(dot(a, a));
    }
}
