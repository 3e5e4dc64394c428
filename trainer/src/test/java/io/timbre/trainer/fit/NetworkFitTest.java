package io.timbre.trainer.fit;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.trainer.data.Part;
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
        var result = new NetworkFit(Toys.network(logits), settings(loss, 30), FitListener.SILENT)
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
    void theSameSeedGivesTheSameBytes() {
        assertThat(fitted(1)).isEqualTo(fitted(1)).isNotEqualTo(fitted(2));
    }

    private static byte[] fitted(long seed) {
        return new NetworkFit(Toys.network(3), FitSettings.of(Loss.SOFTMAX_CROSS_ENTROPY, 3, seed), FitListener.SILENT)
                .fit(Toys.clouds(3, 20, 2))
                .parameters();
    }

    private static FitSettings settings(Loss loss, int epochs) {
        return new FitSettings(1, epochs, 8, loss, 1e-2, new Schedule.Constant(), EarlyStopping.never(), 0, 0, false);
    }
}
