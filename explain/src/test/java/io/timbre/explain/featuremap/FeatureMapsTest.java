package io.timbre.explain.featuremap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import io.timbre.explain.answer.Answer;
import io.timbre.explain.answer.Artifact;
import io.timbre.explain.answer.Method;
import io.timbre.explain.answer.Progress;
import io.timbre.explain.answer.Question;
import io.timbre.explain.subject.ExplainedModel;
import io.timbre.explain.subject.Piece;
import io.timbre.explain.subject.ToyModel;
import io.timbre.explain.trust.Randomisation;
import io.timbre.networks.table.Convolution;
import io.timbre.networks.table.Flatten;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.MaxPool;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Relu;
import io.timbre.networks.zoo.Zoo;
import io.timbre.signal.frontend.Notes;
import io.timbre.signal.score.Score;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FeatureMapsTest {
    private static final Question QUESTION = Question.of(Method.FEATURE_MAPS);

    /** Three kernels of 1x1 on a picture of 4x4: one, its double, and a negative one, which a ReLU silences. */
    private static final Network NETWORK = new Network(
            "toy",
            new Shape(1, 4, 4),
            List.of(Convolution.same(3, 1), new Relu(), new MaxPool(2), new Flatten(), new FullyConnected(2)));

    @Test
    void findsTheKernelThatSaysTheSameAndTheOneThatSaysNothing() {
        try (var model = toy()) {
            var layer = layer(
                    answer(
                            model,
                            new Question(
                                    Method.FEATURE_MAPS, QUESTION.genre(), Optional.of("conv1"), OptionalInt.empty()),
                            16),
                    0);

            assertThat(layer.get("silent")).isEqualTo(List.of(2));
            assertThat(layer.get("near_duplicates"))
                    .isEqualTo(
                            List.of(Map.of("features", List.of(0, 1), "kernel_cosine", 1.0, "map_correlation", 1.0)));
        }
    }

    @Test
    void drawsEveryLayer() {
        try (var model = toy()) {
            assertThat(answer(model, QUESTION, 16).artifacts())
                    .extracting(Artifact::name)
                    .containsExactly("conv1.png", "pool1.png");
        }
    }

    @Test
    void drawsTheStatesOfARecurrentNetwork() {
        try (var model = ToyModel.seeded(Zoo.network("stephen-rnn-1", 2), 1)) {
            var answer = answer(model, QUESTION, 100);

            assertThat(answer.artifacts()).extracting(Artifact::name).containsExactly("rnn1.png");
            assertThat(answer.words()).last().asString().startsWith("rnn1: 50 units over 100 steps");
        }
    }

    @Test
    void saysWhichLayerShowsTheInputAndNotWhatWasLearnt() {
        var layers = FeatureLayers.of(NETWORK);
        var conv = layers.named("conv1");
        try (var model = toy()) {
            var input = new float[16];
            for (int i = 0; i < input.length; i++) {
                input[i] = i - 7.5f;
            }
            try (var forgetful = Randomisation.forgetful(model)) {
                var ofAny = forgetful.network().activations(input);

                var check = Forgetting.of(model, List.of(conv), input, ofAny).check();
                assertThat(check.value()).isCloseTo(1, within(1e-9));
                assertThat(check.failure().orElseThrow()).endsWith("nearly the same of it in conv1.");
            }
            // highest in the middle, the input at an end
            var other = new float[3 * 16];
            for (int cell = 0; cell < other.length; cell++) {
                other[cell] = 8 - Math.abs(cell % 16 - 8);
            }
            var check = Forgetting.of(model, List.of(conv), input, List.of(other, other))
                    .check();
            assertThat(check.value()).isLessThan(0.5);
            assertThat(check.failure()).isEmpty();
        }
    }

    private static ExplainedModel toy() {
        return ToyModel.of(NETWORK, new float[] {1, 2, -1}, new float[3], new float[2 * 12], new float[2]);
    }

    private static Answer answer(ExplainedModel model, Question question, int inputSize) {
        var random = new Random(1);
        var input = new float[inputSize];
        for (int i = 0; i < inputSize; i++) {
            input[i] = random.nextFloat();
        }
        var subject = new Piece(new Score(List.of(), 1), Notes.standard(), input);
        return new FeatureMaps().answer(model, subject, question, Progress.UNHEARD);
    }

    private static Map<?, ?> layer(Answer answer, int index) {
        return (Map<?, ?>) ((List<?>) answer.findings().get("layers")).get(index);
    }
}
