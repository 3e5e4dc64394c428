package io.timbre.trainer.experiment.lee;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.trainer.experiment.lee.Condition.Generated;
import io.timbre.trainer.experiment.lee.Condition.Repeated;
import io.timbre.trainer.metrics.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Condition GENERATED = new Generated(Pair.CONDITIONAL, 1500);
    private static final Condition REPEATED = new Repeated(1500);
    private static final Contest OVER_ALONE = new Contest(GENERATED, Condition.ALONE);
    private static final Contest OVER_REPEATED = new Contest(GENERATED, REPEATED);
    private static final Contest STEPS = new Contest(REPEATED, Condition.ALONE);

    @Test
    void cannotTellWhereOneTestOfTwoIsBelowFivePerCent() {
        assertThat(verdict(10, effect(OVER_ALONE, 3, 0.04), effect(OVER_REPEATED, 1, 0.9)))
                .startsWith("Whether it helps cannot be told with 10 runs (by artist).")
                .contains("p is below 0.0250: 5 %, shared by 2 comparisons")
                .contains("""
                        - **by artist**: cannot be told with 10 runs: +1500 from the conditional GAN against LSTM alone \
                        (+3.0 points, p 0.0400), +1500 from the conditional GAN against +1500 real tracks repeated \
                        (+1.0 points, p 0.9000).
                        """);
    }

    @Test
    void itHelpsWhereItIsAheadOfTheLstmAloneAndOfAsManyRepeatedTracks() {
        assertThat(verdict(10, effect(OVER_ALONE, 3, 0.02), effect(OVER_REPEATED, 2, 0.02)))
                .startsWith("It helps: +1500 from the conditional GAN (by artist).\n")
                .contains("- **by artist**: ahead: +1500 from the conditional GAN against LSTM alone (+3.0 points");
    }

    @Test
    void moreStepsAreNoHelp() {
        assertThat(verdict(10, effect(OVER_ALONE, 3, 0.01), effect(OVER_REPEATED, 0, 0.9), effect(STEPS, 3, 0.01)))
                .startsWith("Whether it helps cannot be told")
                .contains("ahead: +1500 from the conditional GAN against LSTM alone (+3.0 points, p 0.0100), "
                        + "+1500 real tracks repeated against LSTM alone");
        assertThat(verdict(10, effect(OVER_ALONE, 3, 0.01)))
                .as("without a control")
                .startsWith("Whether it helps cannot be told");
    }

    @Test
    void itHarmsWhereItIsBehindTheLstmAlone() {
        assertThat(verdict(10, effect(OVER_ALONE, -3, 0.02), effect(OVER_REPEATED, 2, 0.9)))
                .startsWith("It harms: +1500 from the conditional GAN (by artist).\n")
                .contains("behind: +1500 from the conditional GAN against LSTM alone (-3.0 points, p 0.0200)");
        assertThat(verdict(10, effect(OVER_ALONE, -3, 0.02), effect(OVER_REPEATED, -2, 0.02)))
                .as("behind both")
                .startsWith("It harms: ")
                .doesNotContain("It is worth less");
    }

    @Test
    void itIsWorthLessThanRepeatedTracksWhereItIsBehindThemOnly() {
        assertThat(verdict(10, effect(OVER_ALONE, 3, 0.02), effect(OVER_REPEATED, -2, 0.02)))
                .startsWith(
                        "It is worth less than as many tracks repeated: +1500 from the conditional GAN (by artist).\n")
                .doesNotContain("It harms");
        assertThat(verdict(10, effect(OVER_ALONE, 3, 0.9), effect(OVER_REPEATED, -2, 0.02)))
                .startsWith("It is worth less than as many tracks repeated: ");
    }

    @Test
    void saysWhatIsNeverSaidToHelpForWantOfAControl() {
        assertThat(verdict(10, effect(OVER_ALONE, 3, 0.01)))
                .contains("\n\nNot held against as many real tracks repeated, and so never said to help: "
                        + "+1500 from the conditional GAN (by artist).\n\n");
        assertThat(verdict(10, effect(OVER_ALONE, 3, 0.01), effect(OVER_REPEATED, 3, 0.01), effect(STEPS, 1, 0.9)))
                .doesNotContain("Not held against");
    }

    @Test
    void namesWhatHelpsAndWhatHarmsEachWithItsProtocol() {
        var published = new Generated(Pair.PUBLISHED, 700);
        var verdict = new Verdict(List.of(
                new Effects("by track", 10, List.of(effect(new Contest(published, Condition.ALONE), -3, 0.002))),
                new Effects("by artist", 10, List.of(effect(OVER_ALONE, 3, 0.002), effect(OVER_REPEATED, 3, 0.002)))));

        assertThat(verdict.inWords())
                .startsWith("It helps: +1500 from the conditional GAN (by artist). "
                        + "It harms: +700 from the published GAN (by track).\n");
    }

    @Test
    void saysWhereSoFewRunsCannotTellAnything() {
        assertThat(verdict(2, effect(OVER_ALONE, 30, 0.5)))
                // both to one side: 2 of 4 ways
                .contains("no p of 2 runs can be below 0.5000, whatever the figures");
        // 2 of 1024
        assertThat(verdict(10, effect(OVER_ALONE, 30, 0.5))).doesNotContain("whatever the figures");
        assertThat(new Effects("by artist", 10, List.of()).leastP()).isEqualTo(2 / 1024.0);
    }

    private static String verdict(int runs, Effect... effects) {
        return new Verdict(List.of(new Effects("by artist", runs, List.of(effects)))).inWords();
    }

    private static Effect effect(Contest contest, double mean, double wilcoxon) {
        return new Effect(contest, mean, new Interval(mean - 1, mean + 1), 5, 5, wilcoxon, wilcoxon);
    }
}
