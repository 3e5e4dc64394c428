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

/** Numbers are those of scikit-learn 1.9.1 for the same labels and float32 posteriors, unless the sum is done here. */
class ClassMetricsTest {

    private static final List<String> CLASSES = List.of("blues", "jazz", "rock", "polka");
    private static final int[] LABELS = {0, 0, 0, 1, 1, 2, 2, 2, 2, 0};
    private static final float[][] POSTERIORS = {
        {.7f, .2f, .1f, 0},
        {.4f, .5f, .1f, 0},
        {.6f, .3f, .1f, 0},
        {.1f, .8f, .1f, 0},
        {.5f, .3f, .2f, 0},
        {.2f, .2f, .6f, 0},
        {.1f, .1f, .8f, 0},
        {.3f, .4f, .3f, 0},
        {0, 1, 0, 0},
        {1, 0, 0, 0}
    };

    private final ClassMetrics metrics = ClassMetrics.of(CLASSES, predictions());

    @Test
    void countsWhatWasTakenForWhat() {
        assertThat(metrics.confusion())
                .isDeepEqualTo(new int[][] {{3, 1, 0, 0}, {1, 1, 0, 0}, {0, 2, 2, 0}, {0, 0, 0, 0}});
        assertThat(metrics.accuracy()).isEqualTo(0.6);
        assertThat(metrics.count()).isEqualTo(10);
    }

    /** {@code precision_recall_fscore_support(y, p, labels=[0, 1, 2, 3], zero_division=0)}. */
    @Test
    void figuresOfAClassAgreeWithScikitLearn() {
        assertThat(metrics.perClass())
                .containsExactly(
                        new ClassFigures("blues", 0.75, 0.75, 0.75, 4, 0.4),
                        new ClassFigures("jazz", 0.25, 0.5, 1 / 3.0, 2, 0.2),
                        new ClassFigures("rock", 1, 0.5, 2 / 3.0, 4, 0.4),
                        new ClassFigures("polka", 0, 0, 0, 0, 0));
    }

    /** {@code f1_score(y, p, labels=[0, 1, 2, 3], average=..., zero_division=0)}. */
    @Test
    void meansOfF1AgreeWithScikitLearn() {
        assertThat(metrics.macroF1()).isCloseTo(0.4375, within(1e-12));
        assertThat(metrics.weightedF1()).isCloseTo(0.6333333333333333, within(1e-12));
        assertThat(metrics.largestPrior()).isEqualTo(0.4);
    }

    /** {@code log_loss(y, p, labels=[0, 1, 2, 3])}: one posterior of the label is 0, and one is 1. */
    @Test
    void logLossAgreesWithScikitLearn() {
        assertThat(metrics.logLoss()).isCloseTo(2.109123468399048, within(1e-6));
    }

    @Test
    void calibrationErrorIsTheMeanGapOfTheBins() {
        // 0.75 lies in the bin (11/15, 12/15]: sure by 1.5 of two, of which one is right, is off by 0.5;
        // 0.5 in (7/15, 8/15] is right and off by 0.5; 0.55 in (8/15, 9/15] is wrong and off by 0.55
        var predictions =
                List.of(binary("a", 0, 0.75f), binary("b", 1, 0.75f), binary("c", 0, 0.5f), binary("d", 1, 0.55f));

        assertThat(ClassMetrics.of(List.of("yes", "no"), predictions).calibrationError())
                .isCloseTo((0.5 + 0.5 + 0.55) / 4, within(1e-7));
    }

    @Test
    void segmentsOfATrackTellNoMoreThanTheTrack() {
        var alone = new ArrayList<Prediction>();
        var together = new ArrayList<Prediction>();
        for (int i = 0; i < 100; i++) {
            float[] posteriors = i < 50 ? new float[] {1, 0} : new float[] {0, 1};
            alone.add(new Prediction(Example.ofClass("e" + i, new float[1], 0, 2, Map.of()), posteriors));
            var track = Map.of(Grouping.TRACK, "track " + i / 10);
            together.add(new Prediction(Example.ofClass("e" + i, new float[1], 0, 2, track), posteriors));
        }

        // of 100 coins, the middle 95 % have 40 to 60 heads; of 10, they have 2 to 8
        assertThat(interval(alone).low()).isCloseTo(0.4, within(0.02));
        assertThat(interval(alone).high()).isCloseTo(0.6, within(0.02));
        assertThat(interval(together)).isEqualTo(new Interval(0.2, 0.8));
        assertThat(interval(together)).isEqualTo(interval(together));
    }

    @Test
    void tracksOfAnArtistTellNoMoreThanTheArtistWhereAsked() {
        var predictions = new ArrayList<Prediction>();
        for (int i = 0; i < 100; i++) {
            var groups = Map.of(Grouping.TRACK, "track " + i, Grouping.ARTIST, "artist " + i / 10);
            var posteriors = i < 50 ? new float[] {1, 0} : new float[] {0, 1};
            predictions.add(new Prediction(Example.ofClass("e" + i, new float[1], 0, 2, groups), posteriors));
        }

        assertThat(interval(predictions).low()).isCloseTo(0.4, within(0.02));
        // of 10 coins, the middle 95 % have 2 to 8 heads
        assertThat(ClassMetrics.of(List.of("yes", "no"), predictions, Grouping.ARTIST)
                        .accuracyInterval())
                .isEqualTo(new Interval(0.2, 0.8));
    }

    @Test
    void aTrackWithoutAnArtistIsDrawnByItself() {
        var predictions = new ArrayList<Prediction>();
        for (int i = 0; i < 100; i++) {
            var posteriors = i < 50 ? new float[] {1, 0} : new float[] {0, 1};
            var track = Map.of(Grouping.TRACK, "track " + i / 10);
            predictions.add(new Prediction(Example.ofClass("e" + i, new float[1], 0, 2, track), posteriors));
        }

        assertThat(ClassMetrics.of(List.of("yes", "no"), predictions, Grouping.ARTIST)
                        .accuracyInterval())
                .isEqualTo(interval(predictions));
    }

    @Test
    void refusesWhatItCannotMeasure() {
        assertThatIllegalArgumentException().isThrownBy(() -> ClassMetrics.of(CLASSES, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClassMetrics.of(CLASSES, List.of(binary("b", 0, 0.5f))))
                .withMessage("posteriors and targets of b must be 4, one a class: were 2 and 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClassMetrics.of(List.of("yes", "no"), List.of(binary("b", 0, Float.NaN))))
                .withMessageContaining("posteriors of b must be finite: one was NaN");
    }

    private static Interval interval(List<Prediction> predictions) {
        return ClassMetrics.of(List.of("yes", "no"), predictions).accuracyInterval();
    }

    private static Prediction binary(String id, int label, float first) {
        return new Prediction(Example.ofClass(id, new float[1], label, 2, Map.of()), new float[] {first, 1 - first});
    }

    private static List<Prediction> predictions() {
        var predictions = new ArrayList<Prediction>();
        for (int i = 0; i < LABELS.length; i++) {
            predictions.add(new Prediction(
                    Example.ofClass("e" + i, new float[1], LABELS[i], CLASSES.size(), Map.of()), POSTERIORS[i]));
        }
        return predictions;
    }
}
