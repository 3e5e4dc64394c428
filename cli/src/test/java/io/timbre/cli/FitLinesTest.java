package io.timbre.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.trainer.fit.EpochFigures;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class FitLinesTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private long seconds;
    private final FitLines lines = new FitLines(new PrintStream(said, true, UTF_8), () -> seconds * 1_000_000_000);

    @Test
    void saysHowFarAFitIsAndHowLongItCanTake() {
        var fit = lines.stage("iteration 2");
        // four epochs in 8 s, so 96 more take at most 192 s
        seconds = 8;
        fit.epochDone(epoch(4, 0.523, 0.78));

        assertThat(lines())
                .containsExactly(
                        "iteration 2",
                        "iteration 2: epoch 4 of 100, loss 0.412 (validation 0.523), accuracy 81.2 % (validation 78.0 %),"
                                + " learning rate 0.0010, 2.0 s an epoch, at most 0:03:12 left");
    }

    @Test
    void isQuietForSecondsHoweverFastItGoes() {
        for (int stage = 1; stage <= 4; stage++) {
            var fit = lines.stage("stage " + stage);
            fit.epochDone(epoch(1, 0.5, 0.5));
            seconds++;
        }

        assertThat(lines()).containsExactly("stage 1", "stage 4");
    }

    @Test
    void leavesOutAValidationThatThereIsNot() {
        seconds = 1;
        var fit = lines.stage("all data");
        seconds = 10;
        fit.epochDone(epoch(1, Double.NaN, Double.NaN));

        assertThat(lines()).last().asString().contains("loss 0.412, accuracy 81.2 %, learning rate");
    }

    private static EpochFigures epoch(int number, double validationLoss, double validationAccuracy) {
        return new EpochFigures(number, 100, 0.412, 0.812, validationLoss, validationAccuracy, 1e-3, true);
    }

    private List<String> lines() {
        return said.toString(UTF_8).lines().toList();
    }
}
