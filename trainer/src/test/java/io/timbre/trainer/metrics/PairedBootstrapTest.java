package io.timbre.trainer.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Grouping;
import io.timbre.trainer.data.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PairedBootstrapTest {

    /** 30 of 100 are won and none lost: 0.3, give or take 1.96 sqrt(0.3 * 0.7 / 100) = 0.09. */
    @Test
    void anIntervalOfIndependentArtistsIsThatOfAProportion() {
        var compared = PairedBootstrap.of(predictions(100, 1, 80), predictions(100, 1, 50), Grouping.ARTIST);

        assertThat(compared.difference()).isCloseTo(0.3, within(1e-12));
        assertThat(compared.interval().low()).isCloseTo(0.21, within(0.015));
        assertThat(compared.interval().high()).isCloseTo(0.39, within(0.015));
    }

    /** The same figures from ten artists of ten tracks each are ten draws, not a hundred: sqrt(10) times as wide. */
    @Test
    void tracksOfOneArtistStandOrFallTogether() {
        var compared = PairedBootstrap.of(predictions(100, 10, 80), predictions(100, 10, 50), Grouping.ARTIST);

        assertThat(compared.difference()).isCloseTo(0.3, within(1e-12));
        assertThat(compared.interval().high() - compared.interval().low()).isBetween(0.45, 0.65);
    }

    @Test
    void twoOfOneKindDoNotDiffer() {
        var same = predictions(20, 1, 10);

        assertThat(PairedBootstrap.of(same, same, Grouping.ARTIST).interval()).isEqualTo(new Interval(0, 0));
    }

    @Test
    void refusesPredictionsOfOtherExamples() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedBootstrap.of(
                        predictions(3, 1, 1), predictions(3, 1, 1).reversed(), Grouping.ARTIST))
                .withMessageContaining("one predicts 0 where the other does 2");
    }

    /** The first so many are right. */
    private static List<Prediction> predictions(int count, int tracksAnArtist, int right) {
        var predictions = new ArrayList<Prediction>();
        for (int i = 0; i < count; i++) {
            var groups = Map.of(Grouping.TRACK, "" + i, Grouping.ARTIST, "artist " + i / tracksAnArtist);
            var posteriors = i < right ? new float[] {1, 0} : new float[] {0, 1};
            predictions.add(new Prediction(Example.ofClass("" + i, new float[0], 0, 2, groups), posteriors));
        }
        return predictions;
    }
}
