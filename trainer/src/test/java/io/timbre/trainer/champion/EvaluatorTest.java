package io.timbre.trainer.champion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.timbre.networks.model.ModelDescription.Calibration;
import io.timbre.networks.model.ModelDescription.ClassRecall;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluatorTest {

    private static final List<String> CLASSES = List.of("blues", "jazz", "rock");

    @Test
    void countsTracksNotSegments() {
        var tracks = List.of(
                track(0, new float[] {5, 0, 0}, new float[] {0, 1, 0}), // blues: one sure segment outvotes one unsure
                track(0, new float[] {0, 0, 3}), // blues taken for rock
                track(2, new float[] {0, 0, 3}),
                track(2, new float[] {0, 0, 0.1f})); // right, but hardly sure
        var evaluation = new Evaluator(CLASSES, new Calibration(1, 0.4)).evaluate("made up", tracks);

        assertThat(evaluation.tracks()).isEqualTo(4);
        assertThat(evaluation.correct()).isEqualTo(3);
        assertThat(evaluation.accuracy()).isEqualTo(0.75);
        assertThat(evaluation.unknown()).isEqualTo(1);
        assertThat(evaluation.coverage()).isEqualTo(0.75);
        assertThat(evaluation.selectiveAccuracy()).isCloseTo(2 / 3.0, within(1e-4)); // blues for rock is answered
        assertThat(evaluation.classes())
                .containsExactly(
                        new ClassRecall("blues", 2, 1), new ClassRecall("jazz", 0, 0), new ClassRecall("rock", 2, 2));
        assertThat(evaluation.meanRecall()).isEqualTo(0.75); // of 1/2 and 1; no jazz was there to recall
        assertThat(evaluation.confusion()).containsExactly(List.of(1, 0, 1), List.of(0, 0, 0), List.of(0, 0, 2));
        assertThat(evaluation.accuracyLow()).isCloseTo(WilsonInterval.of(3, 4).low(), within(1e-4));
    }

    private static TrackLogits track(int label, float[]... logits) {
        return new TrackLogits(label, logits, new float[] {1});
    }
}
