package io.timbre.trainer.experiment.vanmieghem;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Prediction;
import io.timbre.trainer.metrics.ClassMetrics;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeventhGenreTest {

    @Test
    void saysWhatTheSeventhIsTakenForAndWhatItCostsTheSix() {
        var seven = Stream.concat(Material.SIX.stream(), Stream.of("rock")).toList();
        var predictions = new ArrayList<Prediction>();
        for (int label = 0; label < 6; label++) {
            predictions.add(prediction(label, label));
        }
        // blues is once taken for rock: its recall is a half, that of the others 1
        predictions.add(prediction(0, 6));
        // of four of rock one is known, and two are metal
        Stream.of(6, 5, 5, 0).forEach(taken -> predictions.add(prediction(6, taken)));

        assertThat(SeventhGenre.row("random", "with rock", ClassMetrics.of(seven, predictions)))
                .containsExactly("random", "with rock", "91.7", "25.0", "metal", "50.0");
    }

    private static Prediction prediction(int label, int taken) {
        var posteriors = new float[7];
        posteriors[taken] = 1;
        return new Prediction(Example.ofClass(label + " as " + taken, new float[1], label, 7, Map.of()), posteriors);
    }
}
