package io.timbre.trainer.experiment.chang;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.data.Prediction;
import io.timbre.trainer.fit.EpochFigures;
import io.timbre.trainer.fit.FitResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableChoiceTest {

    private static final List<String> CLASSES = List.of("folk", "rock");

    @Test
    void choosesForEachSeedByItsOwnValidationPart() {
        var first = outcome("first", fit(0.9, 0.8f), fit(0.1, 0.7f));
        var second = outcome("second", fit(0.5, 0.3f), fit(0.4, 0.4f));

        var choice = new TableChoice(List.of(first, second));

        assertThat(choice.outcome().fits())
                .containsExactly(first.fits().getFirst(), second.fits().getLast());
        assertThat(choice.times(first)).isEqualTo(1);
        // right with 0.8 for folk, wrong with 0.4
        assertThat(choice.outcome().metrics(Part.TEST).accuracy()).isEqualTo(0.5);
    }

    @Test
    void countsARowThatSeveralSeedsTestOnce() {
        assertThat(outcome("both", fit(0.9, 0.8f), fit(0.9, 0.8f)).accuracy().n())
                .isEqualTo(1);
    }

    private static TableOutcome outcome(String name, FitResult... fits) {
        return TableOutcome.of(name, TableProtocol.HONEST, CLASSES, List.of(fits));
    }

    private static FitResult fit(double validationAccuracy, float folk) {
        var row = Example.ofClass("row", new float[0], 0, 2, Map.of());
        var said = List.of(new Prediction(row, new float[] {folk, 1 - folk}));
        return new FitResult(
                new byte[0],
                1,
                List.of(new EpochFigures(1, 1, 1, 0, 1, validationAccuracy, 0.1, true)),
                Map.of(Part.TRAINING, said, Part.VALIDATION, said, Part.TEST, said));
    }
}
