package io.timbre.trainer.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.timbre.trainer.drift.AccuracyEstimate.Method;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WatchTest {

    private static final Changes NONE = new Changes(0, 0);

    private final Population population = Population.of(Population.UNEVEN, 1);
    private final Baseline baseline = population.baseline(2000);
    private final Watch watch = Watch.of(baseline, 50, 100);

    @Test
    void namesTheGenresThatMovedAndPlaysThem() {
        // 20 points of the first genre, of which there were 20
        var window = population.moving(.19, 0, 9).window(500);

        var judgement = watch.judge(window, NONE);

        assertThat(judgement.drifted()).isTrue();
        assertThat(judgement.genres().stream().filter(GenreShift::moved).map(GenreShift::genre))
                .containsExactly("genre-0", "genre-9");
        assertThat(judgement.genres().get(9).baselineShare()).isCloseTo(.02, within(.02));
        assertThat(judgement.genres().get(9).share()).isCloseTo(.21, within(.05));
        assertThat(judgement.genres().get(9).pValue()).isLessThan(1e-6);
        assertThat(judgement.exemplars())
                .hasSize(3)
                .isSubsetOf(Stream.concat(window.exemplars(0).stream(), window.exemplars(9).stream())
                        .toList());
    }

    @Test
    void namesNoGenreWhereNothingDrifted() {
        var judgement = watch.judge(population.window(500), NONE);

        assertThat(judgement.drifted()).isFalse();
        assertThat(judgement.genres()).hasSize(Population.GENRES).noneMatch(GenreShift::moved);
        assertThat(judgement.exemplars()).isEmpty();
        assertThat(judgement.statistics()).extracting(Measured::statistic).containsExactly(Statistic.values());
    }

    @Test
    void aWindowByTimeIsJudgedWithoutDetectorsOfChange() {
        assertThat(watch.judge(population.window(120)).statistics())
                .extracting(Measured::statistic)
                .containsExactlyElementsOf(Statistic.DISTANCES);
    }

    @Test
    void aChangeAloneIsAnAlarm() {
        var enough = watch.changeThreshold(Statistic.CONFIDENCE_CHANGE) + .01;

        var judgement = watch.judge(population.window(500), new Changes(enough, 0));

        assertThat(judgement.statistics())
                .filteredOn(Measured::alarm)
                .extracting(Measured::statistic)
                .containsExactly(Statistic.CONFIDENCE_CHANGE);
        assertThat(judgement.exemplars()).hasSize(3);
    }

    @Test
    void theSameWindowIsJudgedTheSameByAnotherWatch() {
        var window = population.window(500);

        assertThat(Watch.of(baseline, 50, 100).judge(window, NONE)).isEqualTo(watch.judge(window, NONE));
    }

    @Test
    void thresholdsFallAsWindowsGrow() {
        double small = threshold(watch.judge(population.window(200)), Statistic.L_INFINITY);
        double large = threshold(watch.judge(population.window(1000)), Statistic.L_INFINITY);

        // sqrt(1/200 + 1/2000) is to sqrt(1/1000 + 1/2000) as 1.9
        assertThat(small / large).isCloseTo(1.9, within(.15));
    }

    @Test
    void sizesWhoseThirdDigitDiffersAreScaled() {
        double simulated = threshold(watch.judge(population.window(500)), Statistic.JENSEN_SHANNON);
        double scaled = threshold(watch.judge(population.window(509)), Statistic.JENSEN_SHANNON);

        assertThat(scaled / simulated).isCloseTo((1 / 509.0 + 1 / 2000.0) / (1 / 500.0 + 1 / 2000.0), within(1e-12));
    }

    @Test
    void accuracyIsTheBaselinesLessWhatConfidenceHasLost() {
        var known = new Baseline(
                "test", baseline.model(), baseline.genres(), baseline.observations(), OptionalDouble.of(.7));
        var window = population.window(500);
        double lost = baseline.sketch().meanConfidence() - window.meanConfidence();

        var estimate = Watch.of(known, 50, 100).judge(window).accuracy();

        assertThat(estimate.accuracy()).isCloseTo(.7 - lost, within(1e-12));
        assertThat(estimate.method()).isEqualTo(Method.DIFFERENCE_OF_CONFIDENCES);
        assertThat(estimate.method().label()).isEqualTo("difference-of-confidences");
    }

    @Test
    void accuracyIsTheMeanConfidenceWhereTheBaselinesIsNotKnown() {
        var window = population.window(500);

        assertThat(watch.judge(window).accuracy())
                .isEqualTo(new AccuracyEstimate(window.meanConfidence(), Method.MEAN_CONFIDENCE));
    }

    @Test
    void refusesWhatItCannotKeepOrJudge() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Watch.of(baseline, 5, 100))
                .withMessage("windowsBetweenFalseAlarms must be in [10, 10000]: was 5.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Watch.of(baseline, 50, 0))
                .withMessage("advance must be > 0: was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> watch.judge(Sketch.empty(Population.GENRES)))
                .withMessage("a window must hold a track");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> watch.changeThreshold(Statistic.PSI))
                .withMessage("no detector of change: psi");
    }

    private static double threshold(Judgement judgement, Statistic statistic) {
        return judgement.statistics().stream()
                .filter(measured -> measured.statistic() == statistic)
                .findFirst()
                .orElseThrow()
                .threshold();
    }
}
