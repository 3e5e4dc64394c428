package io.timbre.trainer.fit;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdversarialSettingsTest {

    @Test
    void takesTheLeastThatMakesSense() {
        assertThatNoException().isThrownBy(() -> new AdversarialSettings(-1, 1, 1, Double.MIN_VALUE));
    }

    @Test
    void refusesToTakeNoStepOrNoExample() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdversarialSettings(1, 0, 32, 1e-3))
                .withMessage("steps must be >= 1: was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdversarialSettings(1, 10, 0, 1e-3))
                .withMessage("batchSize must be >= 1: was 0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1e-3, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesARateThatTeachesNothing(double learningRate) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdversarialSettings(1, 10, 32, learningRate))
                .withMessage("learningRate must be > 0 and finite: was " + learningRate);
    }
}
