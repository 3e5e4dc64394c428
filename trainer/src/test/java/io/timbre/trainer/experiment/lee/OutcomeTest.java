package io.timbre.trainer.experiment.lee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Grouping;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.data.Prediction;
import io.timbre.trainer.experiment.Section.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    private static final Budget BUDGET = new Budget(2, 2, 3, 7, 15, 1, 1);
    private static final List<Plan> PLANS = Plan.all(Levels.dataset(6), BUDGET, 1);

    @Test
    void poolsTheTestPartsOfAllRunsAndCountsEachTrackOnce() {
        var outcome = outcome(PLANS.getLast());

        // 24 tracks, tested once in each of two dealings
        assertThat(outcome.metrics(Condition.ALONE).count()).isEqualTo(48);
        assertThat(outcome.metrics(Condition.ALONE).examples()).isEqualTo(24);
    }

    @Test
    void drawsArtistsForIntervalsWhereTheyAreKeptApart() {
        var byTrack = outcome(PLANS.getFirst()).metrics(Condition.ALONE);
        var byArtist = outcome(PLANS.getLast()).metrics(Condition.ALONE);

        assertThat(PLANS).extracting(plan -> plan.protocol().drawn()).containsExactly(Grouping.TRACK, Grouping.ARTIST);
        // 4 tracks; 12 artists, half of whom are right: as 12 coins, 2 * 1.96 * 0.5 / sqrt(12) wide
        assertThat(byTrack.count()).isEqualTo(4);
        assertThat(byArtist.accuracyInterval().high()
                        - byArtist.accuracyInterval().low())
                .isCloseTo(0.57, within(0.06));
    }

    @Test
    void comparesConditionsWithinARun() {
        // all blues is half of what is right, and there are as many of metal
        var effects = outcome(PLANS.getLast()).effects();

        assertThat(effects.runs()).isEqualTo(6);
        assertThat(effects.protocol()).isEqualTo("2 x 3 folds, grouped by track, recording and artist");
        assertThat(effects.all()).extracting(Effect::mean).containsExactly(50.0, 0.0, 50.0);
        assertThat(effects.all()).extracting(Effect::better).containsExactly(6L, 0L, 6L);
    }

    @Test
    void thePapersFiguresStandBesideWhatItMeasuredUnderBothProtocols() {
        var published = new AccuracyRows(outcome(PLANS.getFirst())).rows();
        var honest = new AccuracyRows(outcome(PLANS.getLast())).rows();

        assertThat(published)
                .extracting(Row::what)
                .containsExactly(
                        "LSTM alone",
                        "+7 from the published GAN",
                        "+15 from the published GAN",
                        "+15 real tracks repeated",
                        "baseline");
        assertThat(published)
                .extracting(row -> row.paperInWords().orElse(""))
                .containsExactly("52.48 %", "58.42 %", "58.42 %", "", "");
        assertThat(honest).extracting(row -> row.paperInWords().orElse("")).containsExactly("52.48 %", "", "", "");
    }

    @Test
    void saysF1OfWhatAlwaysNamesOneOfTwo() {
        var row = new AccuracyRows(outcome(PLANS.getLast())).rows().getFirst();

        assertThat(row.ours().value()).isEqualTo(50);
        // precision 1/2 and recall 1 of blues, nothing of metal, as many tracks of either
        assertThat(row.details().get("macro F1 (%)")).isCloseTo(100 / 3.0, within(1e-9));
        assertThat(row.details().get("weighted F1 (%)")).isCloseTo(100 / 3.0, within(1e-9));
    }

    static Outcome ofFirstPlan() {
        return outcome(PLANS.getFirst());
    }

    /** Alone and repeated always name blues; generated tracks and the baseline are always right. */
    private static Outcome outcome(Plan plan) {
        return new Outcome(
                plan,
                plan.protocol().runs().stream()
                        .map(run -> trial(plan, run.split().of(Part.TEST)))
                        .toList());
    }

    private static Trial trial(Plan plan, List<Example> test) {
        var tested = new HashMap<Condition, List<Prediction>>();
        plan.conditions()
                .forEach(condition -> tested.put(
                        condition, condition instanceof Condition.Generated ? right(test) : alwaysBlues(test)));
        return new Trial(Map.copyOf(tested), right(test), List.of(), new Evidence(-80, 0, 1, 1, 1, 1), test, List.of());
    }

    private static List<Prediction> right(List<Example> test) {
        return test.stream()
                .map(example -> new Prediction(example, example.targets()))
                .toList();
    }

    private static List<Prediction> alwaysBlues(List<Example> test) {
        return test.stream()
                .map(example -> new Prediction(example, new float[] {1, 0}))
                .toList();
    }
}
