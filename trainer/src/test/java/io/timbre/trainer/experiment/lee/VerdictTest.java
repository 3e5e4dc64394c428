package io.timbre.trainer.experiment.lee;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.trainer.metrics.Interval;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    void saysNoWhereOneTestOfTwoIsBelowFivePerCent() {
        assertThat(verdict(effect(3, 0.04), effect(0, 0.9)))
                .startsWith("No: no number")
                .endsWith(
                        "the smallest p of Wilcoxon's test is 0.040 (+700 conditional, +3.0 points); with so many, 0.0250 would be needed.");
    }

    @Test
    void saysYesWhereATestHoldsItsShare() {
        assertThat(verdict(effect(3, 0.02), effect(0, 0.9))).startsWith("Yes, in part: +700 conditional moves");
    }

    @Test
    void saysThatItHarmsWhereItDoes() {
        assertThat(verdict(effect(-3, 0.02), effect(0, 0.9))).startsWith("No: it harms. +700 conditional moves");
    }

    private static String verdict(Effect... effects) {
        return new Verdict(List.of(effects)).inWords();
    }

    private static Effect effect(double mean, double wilcoxon) {
        var condition = new Condition(Optional.of(Pair.CONDITIONAL), 700);
        return new Effect(condition, mean, new Interval(mean - 1, mean + 1), 5, 5, wilcoxon, wilcoxon);
    }
}
