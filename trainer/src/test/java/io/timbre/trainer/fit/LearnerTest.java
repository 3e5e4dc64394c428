package io.timbre.trainer.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Model;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.timbre.networks.engine.ComputeEngine;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Relu;
import io.timbre.networks.zoo.Zoo;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearnerTest {

    private static final Network BARE =
            new Network("bare", new Shape(2), List.of(new FullyConnected(3), new Relu(), new FullyConnected(2)));

    @ParameterizedTest
    @ValueSource(strings = {"vanmieghem-cnn", "vanmieghem-rnn-relu", "lee-lstm", "chang-mlp", "stephen-rnn-2"})
    void leavesNoArraysBehind(String name) {
        var network = Zoo.network(name, 6);
        try (var model = initialised(network)) {
            var objective = new Objective(Loss.SOFTMAX_CROSS_ENTROPY, 6, 6);
            var learner = new Learner(model, network, objective, settings(1), 0);
            var batch = new Batch(
                    3,
                    new float[3 * network.inputSize()],
                    new float[] {1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0},
                    3);
            learner.learn(batch, 0, 1e-3, new Tally(objective));
            int held = model.getNDManager().getManagedArrays().size();
            for (int step = 1; step < 6; step++) {
                learner.learn(batch, step, 1e-3, new Tally(objective));
            }
            assertThat(model.getNDManager().getManagedArrays()).hasSize(held);
        }
    }

    @Test
    void clipsTheGradientToItsNormOverAllWeights() {
        // Adam's first mean is a tenth of the gradient
        assertThat(10 * meanNormAfterOneStep(0)).isGreaterThan(1);
        assertThat(10 * meanNormAfterOneStep(0.01)).isCloseTo(0.01, within(1e-6));
        assertThat(meanNormAfterOneStep(1e6)).isEqualTo(meanNormAfterOneStep(0));
    }

    private static double meanNormAfterOneStep(double clipNorm) {
        ComputeEngine.MXNET.engine().setRandomSeed(1);
        try (var model = initialised(BARE)) {
            var objective = new Objective(Loss.SOFTMAX_CROSS_ENTROPY, 2, 2);
            var learner = new Learner(model, BARE, objective, settings(clipNorm), 0);
            var batch = new Batch(2, new float[] {30, -40, -30, 40}, new float[] {0, 1, 0, 1}, 2);
            learner.learn(batch, 0, 1e-3, new Tally(objective));
            int parameters = model.getBlock().getParameters().size();
            var memory = learner.memory();
            return Math.sqrt(IntStream.range(0, parameters)
                    .mapToObj(i -> memory.get(parameters + 2 * i))
                    .mapToDouble(LearnerTest::squareNorm)
                    .sum());
        }
    }

    @Test
    void aDeadReluStaysDeadAtTheLossThatStephenSaw() {
        var network = new Network("dead", new Shape(2), List.of(new Relu(), new FullyConnected(1)));
        try (var model = initialised(network)) {
            model.getBlock().getParameters().valueAt(1).getArray().set(new float[] {-1000});
            var objective = new Objective(Loss.RELU_CROSS_ENTROPY, 1, 2);
            var learner = new Learner(model, network, objective, settings(0), 0);
            var before = learner.memory();
            var batch = new Batch(2, new float[] {1, 2, 3, 4}, new float[] {1, 0, 0, 1}, 2);
            for (int step = 0; step < 3; step++) {
                // every answer is no: half of them are wrong, and each of those costs -ln(2e-7)
                assertThat(learner.learn(batch, step, 1, new Tally(objective))).isCloseTo(15.4249 / 2, within(1e-3));
            }
            assertThat(learner.memory()).usingRecursiveComparison().isEqualTo(before);
        }
    }

    private static double squareNorm(float[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> (double) values[i] * values[i])
                .sum();
    }

    private static Model initialised(Network network) {
        var model = ComputeEngine.MXNET.newModel(network);
        model.getBlock().initialize(model.getNDManager(), DataType.FLOAT32, new Shape(1).addAll(network.inputShape()));
        return model;
    }

    private static FitSettings settings(double clipNorm) {
        return new FitSettings(
                1,
                1,
                8,
                Loss.SOFTMAX_CROSS_ENTROPY,
                1e-3,
                new Schedule.Constant(),
                EarlyStopping.never(),
                0,
                clipNorm,
                false);
    }
}
