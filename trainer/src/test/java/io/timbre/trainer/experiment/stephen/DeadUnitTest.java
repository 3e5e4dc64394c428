package io.timbre.trainer.experiment.stephen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.data.Prediction;
import io.timbre.trainer.fit.FitResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeadUnitTest {

    @Test
    void isDeadAtZeroOrOneForEveryPieceOnly() {
        assertThat(DeadUnit.of(result(1e-7f, 1e-7f))).isEqualTo(DeadUnit.AT_ZERO);
        assertThat(DeadUnit.of(result(1 - 1e-7f, 1 - 1e-7f))).isEqualTo(DeadUnit.AT_ONE);
        assertThat(DeadUnit.of(result(1e-7f, 0.3f))).isEqualTo(DeadUnit.ALIVE);
        assertThat(DeadUnit.of(result(1e-7f, 1 - 1e-7f))).isEqualTo(DeadUnit.ALIVE);
    }

    @Test
    void costsWhatTheClippingOfKerasMakesOfAWrongAnswer() {
        // -ln 2e-7 = 15.4249; a quarter of it, near the paper's 3.72
        assertThat(DeadUnit.constantLoss(1)).isCloseTo(15.4249, within(1e-4));
        assertThat(DeadUnit.constantLoss(0.2401)).isCloseTo(3.7035, within(1e-4));
    }

    private static FitResult result(float... outputs) {
        var predictions = new ArrayList<Prediction>();
        for (float output : outputs) {
            var example = Example.ofClass("" + predictions.size(), new float[0], 0, 2, Map.of());
            predictions.add(new Prediction(example, new float[] {1 - output, output}));
        }
        return new FitResult(new byte[0], 1, List.of(), Map.of(Part.TRAINING, predictions));
    }
}
