package io.timbre.trainer.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timbre.trainer.experiment.Section.Picture;
import io.timbre.trainer.fit.EpochFigures;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearningCurvesTest {

    @Test
    void aFitWithoutAValidationPartHasOneCurve() {
        var epoch = MadeUp.epochs(2).getFirst();
        var alone = new EpochFigures(1, 2, epoch.trainingLoss(), 0.5, Double.NaN, Double.NaN, 1e-3, true);

        assertThat(LearningCurves.of("it", "it", List.of(alone)))
                .extracting(section -> ((Picture) section).file())
                .containsExactly("it-loss.png", "it-accuracy.png");
        assertThat(LearningCurves.loss("it", "it.png", List.of(alone)).png())
                .isNotEqualTo(
                        LearningCurves.loss("it", "it.png", List.of(epoch)).png());
    }

    @Test
    void anEpochWithoutALossIsBridged() {
        var epochs = MadeUp.epochs(3);
        var lost = new EpochFigures(2, 3, Double.NaN, 0.75, Double.NaN, 0.65, 1e-3, false);

        assertThat(LearningCurves.loss("it", "it.png", List.of(epochs.get(0), lost, epochs.get(2)))
                        .png())
                .isEqualTo(LearningCurves.loss("it", "it.png", List.of(epochs.get(0), epochs.get(2)))
                        .png());
    }

    @Test
    void thereIsNoPictureOfNothing() {
        assertThatThrownBy(() -> LearningCurves.loss("it", "it.png", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
