package io.timbre.trainer.experiment.chang;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Grouping;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTraitsTest {

    private final TableTraits traits = new TableTraits(
            dataset(row("1", 3.5f, 0, "a"), row("2", 200_000, 1, "a"), row("3", 210_000, 1, "a"), row("4", 4, 0, "b")),
            dataset(
                    row("1", 210_000, 0, "a"),
                    row("2", 200_000, 1, "a"),
                    row("3", 210_000, 1, "a"),
                    row("4", 240_000, 0, "b")));

    @Test
    void countsRowsThatAreInMinutesByGenre() {
        assertThat(traits.units().rows())
                .containsExactly(List.of("folk", "2", "100.0 %"), List.of("rock", "2", "0.0 %"));
    }

    @Test
    void countsGenresAllInMinutes() {
        assertThat(traits.genresInMinutes()).isEqualTo(1);
        assertThat(traits.otherRowsInMinutes()).isZero();
    }

    @Test
    void knowsThatEqualRowsOfTwoGenresCannotBothBeRight() {
        // rows 1 and 3 are 210,000 ms, folk and rock: one of them is wrong, 3 of 4 are left
        assertThat(traits.ceiling()).isEqualTo(0.75);
        assertThat(traits.contradictory()).isEqualTo(2);
    }

    @Test
    void countsRecordingsUnderSeveralGenres() {
        // recording a is once folk and twice rock, recording b stands there once
        assertThat(traits.repeatedRecordings()).isEqualTo(1);
        assertThat(traits.disputedRecordings()).isEqualTo(1);
    }

    private static Dataset dataset(Example... rows) {
        return new Dataset("rows", new Shape(1), List.of("folk", "rock"), List.of(rows));
    }

    private static Example row(String id, float duration, int label, String recording) {
        return Example.ofClass(id, new float[] {duration}, label, 2, Map.of(Grouping.FINGERPRINT, recording));
    }
}
