package io.timbre.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PredictionsTest {

    private static final Map<Grouping, String> TRACK = Map.of(Grouping.TRACK, "t");

    @Test
    void aTracksPosteriorIsTheMeanOfItsExamples() {
        var tracks = Predictions.byTrack(List.of(
                new Prediction(Toy.example("t 0 s", 1, TRACK), new float[] {0.75f, 0.25f}),
                new Prediction(Toy.example("alone", 0, Map.of()), new float[] {0.5f, 0.5f}),
                new Prediction(Toy.example("t 1 s", 1, TRACK), new float[] {0.25f, 0.75f})));

        assertThat(tracks).extracting(prediction -> prediction.example().id()).containsExactly("t", "alone");
        assertThat(tracks.getFirst().posteriors()).containsExactly(0.5f, 0.5f);
        assertThat(tracks.getFirst().example().label()).isEqualTo(1);
        assertThat(tracks.getLast().posteriors()).containsExactly(0.5f, 0.5f);
    }

    @Test
    void refusesATrackOfTwoLabels() {
        var predictions = List.of(
                new Prediction(Toy.example("t 0 s", 1, TRACK), new float[2]),
                new Prediction(Toy.example("t 1 s", 0, TRACK), new float[2]));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Predictions.byTrack(predictions))
                .withMessageContaining("those of t differ between t 0 s and t 1 s");
    }
}
