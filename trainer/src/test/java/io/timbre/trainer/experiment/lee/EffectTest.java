package io.timbre.trainer.experiment.lee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EffectTest {

    private static final Contest CONTEST = new Contest(new Condition.Repeated(9), Condition.ALONE);

    @Test
    void comparesRunByRun() {
        // 10, 0 and 5 points: mean 5, standard error 5 / sqrt(3) = 2.887, and 4.303 of them to either side
        var effect = Effect.of(CONTEST, new double[] {50, 60, 70}, new double[] {40, 60, 65});

        assertThat(effect.contest()).isEqualTo(CONTEST);
        assertThat(effect.mean()).isEqualTo(5);
        assertThat(effect.interval().low()).isCloseTo(5 - 12.42, within(0.01));
        assertThat(effect.interval().high()).isCloseTo(5 + 12.42, within(0.01));
        assertThat(effect.better()).isEqualTo(2);
        assertThat(effect.worse()).isZero();
        // two runs differ, both to one side: 2 of 4 ways
        assertThat(effect.wilcoxon()).isCloseTo(0.5, within(1e-9));
        // t = sqrt(3) with 2 degrees of freedom
        assertThat(effect.pairedT()).isCloseTo(0.2254, within(1e-4));
    }

    @Test
    void isBelowZeroWhereTheConditionIsWorse() {
        var effect = Effect.of(CONTEST, new double[] {40, 41}, new double[] {50, 50});

        assertThat(effect.mean()).isEqualTo(-9.5);
        assertThat(effect.worse()).isEqualTo(2);
    }
}
