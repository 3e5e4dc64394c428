package io.timbre.trainer.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MultiLabelMetricsTest {

    private static final List<String> CLASSES = List.of("happy", "sad");
    private static final int[] HAPPY = {1, 0, 1, 1, 0, 0, 1, 0};
    private static final float[] SCORES = {.9f, .8f, .8f, .7f, .6f, .5f, .4f, .4f};

    /** {@code roc_auc_score(t, s)} and {@code average_precision_score(t, s)} of scikit-learn 1.9.1, with two ties. */
    @Test
    void areasAgreeWithScikitLearn() {
        var happy = MultiLabelMetrics.of(CLASSES, predictions()).perLabel().getFirst();

        assertThat(happy.rocAuc()).isCloseTo(0.6875, within(1e-12));
        assertThat(happy.averagePrecision()).isCloseTo(0.7291666666666666, within(1e-12));
        assertThat(happy.positives()).isEqualTo(4);
        assertThat(happy.known()).isEqualTo(8);
    }

    @Test
    void targetsWithoutWeightAreNotLookedAt() {
        var predictions = predictions();
        // certain, wrong and unknown
        predictions.add(prediction("u", 0, 1, 0, 1));
        predictions.add(prediction("v", 1, 0, 0, 1));

        assertThat(MultiLabelMetrics.of(CLASSES, predictions)
                        .perLabel()
                        .getFirst()
                        .rocAuc())
                .isEqualTo(0.6875);
    }

    @Test
    void aLabelThatNoneHasIsUnknownAndLeftOutOfTheMean() {
        var metrics = MultiLabelMetrics.of(CLASSES, predictions());

        assertThat(metrics.perLabel().getLast().rocAuc()).isNaN();
        assertThat(metrics.perLabel().getLast().rocAucInterval().low()).isNaN();
        assertThat(metrics.rocAuc()).isEqualTo(0.6875);
    }

    @Test
    void aGuessersIntervalHoldsChance() {
        var random = new Random(5);
        var predictions = new ArrayList<Prediction>();
        for (int i = 0; i < 200; i++) {
            predictions.add(prediction("e" + i, i % 2, random.nextFloat(), 1, i % 3 == 0 ? 1 : 0));
        }
        var metrics = MultiLabelMetrics.of(CLASSES, predictions);

        assertThat(metrics.rocAucInterval().low()).isBetween(0.35, 0.5);
        assertThat(metrics.rocAucInterval().high()).isBetween(0.5, 0.65);
        assertThat(metrics.rocAuc())
                .isBetween(
                        metrics.rocAucInterval().low(), metrics.rocAucInterval().high());
    }

    @Test
    void whoIsAlwaysRightIsSoInEveryDraw() {
        var predictions = new ArrayList<Prediction>();
        for (int i = 0; i < 20; i++) {
            predictions.add(prediction("e" + i, i % 2, i % 2, 1, 0));
        }
        var happy = MultiLabelMetrics.of(CLASSES, predictions).perLabel().getFirst();

        assertThat(happy.rocAucInterval()).isEqualTo(new Interval(1, 1));
        assertThat(happy.averagePrecisionInterval()).isEqualTo(new Interval(1, 1));
    }

    private static List<Prediction> predictions() {
        var predictions = new ArrayList<Prediction>();
        for (int i = 0; i < HAPPY.length; i++) {
            predictions.add(prediction("e" + i, HAPPY[i], SCORES[i], 1, 0));
        }
        return predictions;
    }

    private static Prediction prediction(String id, int happy, float score, float weight, int sad) {
        var example = new Example(id, new float[1], new float[] {happy, sad}, new float[] {weight, 1}, Map.of());
        return new Prediction(example, new float[] {score, score});
    }
}
