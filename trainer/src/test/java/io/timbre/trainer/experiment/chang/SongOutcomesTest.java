package io.timbre.trainer.experiment.chang;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Prediction;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SongOutcomesTest {

    @Test
    void saysAboveChanceOnlyWhereTheWholeIntervalIs() {
        assertThat(outcomes(0.9f, 0.1f).verdict()).isEqualTo("above chance");
        assertThat(outcomes(0.5f, 0.5f).verdict()).isEqualTo("not shown to be above chance");
        assertThat(outcomes(0.1f, 0.9f).verdict()).isEqualTo("not shown to be above chance");
    }

    @Test
    void setsItsSamenessBesideThePapers() {
        var row = outcomes(0.9f, 0.1f).samenessRow("folds");

        assertThat(row.paper()).hasValue(100);
        // half of the songs are said to be sad
        assertThat(row.ours().value()).isEqualTo(50);
    }

    /** What is said of ten sad songs, and of ten that are not. */
    private static SongOutcomes outcomes(float sad, float notSad) {
        var answers = IntStream.range(0, 20)
                .mapToObj(i -> song(i, i % 2, i % 2 == 1 ? sad : notSad))
                .toList();
        return SongOutcomes.of(List.of(new SongOutcome("attempt", List.of("sad"), List.of(answers), List.of())));
    }

    private static Prediction song(int number, float sad, float posterior) {
        var song = new Example("song " + number, new float[1], new float[] {sad}, new float[] {1}, Map.of());
        return new Prediction(song, new float[] {posterior});
    }
}
