package io.timbre.trainer.champion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TrainingSettingsTest {

    @Test
    void namesEverySetting() {
        assertThat(TrainingSettings.standard().withSeed(9).withEpochs(3).asMap())
                .containsEntry("network", "gabor-mlp")
                .containsEntry("seed", "9")
                .containsEntry("epochs", "3")
                .containsKey("batches_per_epoch")
                .containsKey("low_pass")
                .hasSize(TrainingSettings.class.getRecordComponents().length
                        - 1
                        + AugmentationSettings.class.getRecordComponents().length);
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrainingSettings.standard().withEpochs(0))
                .withMessage("epochs must be >= 1.0: was 0.0");
    }
}
