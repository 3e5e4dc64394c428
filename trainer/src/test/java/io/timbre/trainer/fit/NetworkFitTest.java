package io.timbre.trainer.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.data.Prediction;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkFitTest {

    @ParameterizedTest
    @CsvSource({
        "SOFTMAX_CROSS_ENTROPY, 3, 3",
        "SOFTMAX_CROSS_ENTROPY, 2, 1",
        "SIGMOID_CROSS_ENTROPY, 3, 3",
        "SIGMOID_CROSS_ENTROPY, 2, 1"
    })
    void learnsWhatCanBeToldApartWithEachLoss(Loss loss, int classes, int logits) {
        var result = new NetworkFit(Toys.network(logits), settings(loss, 1e-2, false), FitListener.SILENT)
                .fit(Toys.clouds(classes, 20, 2));
        assertThat(result.predictions().get(Part.TEST)).hasSize(20 * classes).allSatisfy(prediction -> {
            assertThat(prediction.posteriors()).hasSize(classes);
            assertThat(prediction.posteriors()[prediction.example().label()]).isGreaterThan(0.5f);
        });
        assertThat(result.epochs().getLast().trainingAccuracy()).isEqualTo(1);
        assertThat(result.epochs().getLast().validationLoss())
                .isLessThan(result.epochs().getFirst().validationLoss());
    }

    @Test
    void learnsThroughAReluThatIsAlive() {
        var result = new NetworkFit(Toys.network(1), settings(Loss.RELU_CROSS_ENTROPY, 1e-2, false), FitListener.SILENT)
                .fit(Toys.clouds(2, 20, 2));
        assertThat(result.epochs().getLast().validationAccuracy()).isGreaterThan(0.9);
    }

    @Test
    void learnsNothingFromTargetsThatNobodyKnows() {
        // three in four targets of the first class are wrong, but hidden
        var training = IntStream.range(0, 80)
                .mapToObj(i -> new Example(
                        "training " + i,
                        new float[] {i % 2, 1},
                        new float[] {i % 8 < 6 ? 1 - i % 2 : i % 2, 1 - i % 2},
                        new float[] {i % 8 < 6 ? 0 : 1, 1},
                        Map.of()))
                .toList();
        var result = new NetworkFit(
                        Toys.network(2), settings(Loss.SIGMOID_CROSS_ENTROPY, 3e-2, false), FitListener.SILENT)
                .fit(Toys.split(2, training, List.of()));
        assertThat(result.predictions().get(Part.TRAINING))
                .allSatisfy(prediction -> assertThat(prediction.posteriors()[0])
                        .isCloseTo(prediction.example().input()[0], within(0.3f)));
    }

    @Test
    void classWeightsLetTheRareClassBeHeard() {
        // where nothing tells the classes apart, the posterior is their share, or a half each
        assertThat(rareClass(false)).isCloseTo(0.1f, within(0.05f));
        assertThat(rareClass(true)).isCloseTo(0.5f, within(0.1f));
    }

    private static float rareClass(boolean classWeights) {
        var training = IntStream.range(0, 100)
                .mapToObj(i -> Example.ofClass("training " + i, new float[] {1, 1}, i % 10 == 0 ? 1 : 0, 2, Map.of()))
                .toList();
        return new NetworkFit(
                        Toys.network(2), settings(Loss.SOFTMAX_CROSS_ENTROPY, 1e-2, classWeights), FitListener.SILENT)
                .fit(Toys.split(2, training, List.of()))
                .predictions()
                .get(Part.TRAINING)
                .getFirst()
                .posteriors()[1];
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        assertThat(fitted(1)).isEqualTo(fitted(1)).isNotEqualTo(fitted(2));
    }

    private static byte[] fitted(long seed) {
        return new NetworkFit(
                        Toys.withDropout(3), FitSettings.of(Loss.SOFTMAX_CROSS_ENTROPY, 3, seed), FitListener.SILENT)
                .fit(Toys.clouds(3, 20, 2))
                .parameters();
    }

    @Test
    void keepsTheLastEpochWhereNothingIsValidated() {
        var split = Toys.clouds(3, 20, 2);
        var result = new NetworkFit(
                        Toys.network(3), FitSettings.of(Loss.SOFTMAX_CROSS_ENTROPY, 3, 1), FitListener.SILENT)
                .fit(Toys.split(3, split.of(Part.TRAINING), List.of()));
        assertThat(result.bestEpoch()).isEqualTo(3);
        assertThat(result.epochs())
                .allSatisfy(epoch -> assertThat(epoch.validationLoss()).isNaN());
        assertThat(result.predictions().get(Part.VALIDATION)).isEmpty();
        assertThat(result.predictions().get(Part.TRAINING))
                .extracting(Prediction::example)
                .isEqualTo(split.of(Part.TRAINING));
    }

    private static FitSettings settings(Loss loss, double learningRate, boolean classWeights) {
        return new FitSettings(
                1, 30, 8, loss, learningRate, new Schedule.Constant(), EarlyStopping.never(), 0, 0, classWeights);
    }
}
