package io.timbre.trainer.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Prediction;
import io.timbre.trainer.experiment.Section.Figure;
import io.timbre.trainer.metrics.ClassMetrics;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void anAccuracyIsInPercentWithItsInterval() {
        // 75 right of 100: the middle 95 % of such samples have 66 to 83
        var metrics = ClassMetrics.of(
                List.of("jazz", "metal"),
                IntStream.range(0, 100).mapToObj(FigureTest::prediction).toList());

        var accuracy = Figure.accuracy(metrics);

        assertThat(accuracy.value()).isEqualTo(75);
        assertThat(accuracy.unit()).isEqualTo("%");
        assertThat(accuracy.low()).isCloseTo(66.5, within(1.5));
        assertThat(accuracy.high()).isCloseTo(83.5, within(1.5));
        assertThat(accuracy.n()).isEqualTo(100);
    }

    @Test
    void anExampleThatSeveralNetworksAreAskedAboutIsOne() {
        var metrics = ClassMetrics.of(List.of("jazz", "metal"), List.of(prediction(1), prediction(1), prediction(99)));

        assertThat(Figure.accuracy(metrics).n()).isEqualTo(2);
    }

    private static Prediction prediction(int n) {
        var isRight = n < 75;
        return new Prediction(
                Example.ofClass("e" + n, new float[1], 0, 2, Map.of()),
                isRight ? new float[] {1, 0} : new float[] {0, 1});
    }
}
