package io.timbre.trainer.experiment.chang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Prediction;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SongOutcomeTest {

    @Test
    void knowsANetworkThatSaysTheSameOfEverySong() {
        var outcome = outcome(List.of(song(0.4f, 0.9f), song(0.4f, 0.9f)), List.of(song(0.6f, 0.2f), song(0.6f, 0.2f)));

        assertThat(outcome.spread()).isCloseTo(0, within(1e-6));
        assertThat(outcome.sameAnswer()).isEqualTo(1);
    }

    @Test
    void measuresHowMuchAnswersDependOnTheSong() {
        var outcome = outcome(List.of(song(0.3f, 0.9f), song(0.5f, 0.9f), song(0.7f, 0.9f), song(0.9f, 0.9f)));

        // deviation of 0.3, 0.5, 0.7, 0.9 is sqrt(0.05) = 0.2236, and 0 for the other emotion
        assertThat(outcome.spread()).isCloseTo(0.1118, within(1e-4));
        // above a half: once neither but the second emotion, twice both; exactly a half is no
        assertThat(outcome.sameAnswer()).isEqualTo(0.5);
    }

    @Test
    void countsCellsThatAreRightWhenTheUnknownIsNo() {
        // the only song has the first emotion, which it is said to have, and not the second, which it is said to have
        assertThat(outcome(List.of(song(0.7f, 0.9f))).cellsRight()).isEqualTo(0.5);
    }

    @SafeVarargs
    private static SongOutcome outcome(List<Prediction>... folds) {
        return new SongOutcome("attempt", List.of("sad", "happy"), List.of(folds), List.of());
    }

    private static Prediction song(float... posteriors) {
        var song = new Example("song", new float[1], new float[] {1, 0}, new float[] {1, 0}, Map.of());
        return new Prediction(song, posteriors);
    }
}
