package io.timbre.trainer.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Numbers are those of scipy 1.17.1 unless the sum is done here. */
class PairedTestsTest {

    private static final double[] ONE = {52, 53, 50, 55, 51, 54, 52, 53, 51, 52};
    private static final double[] OTHER = {51, 55, 46, 50, 45, 61, 44, 62, 41, 41};

    /** {@code wilcoxon(one, other, method="exact")}. */
    @Test
    void signedRanksAgreeWithScipy() {
        assertThat(PairedTests.wilcoxonSignedRank(ONE, OTHER)).isCloseTo(0.275390625, within(1e-12));
        assertThat(PairedTests.wilcoxonSignedRank(OTHER, ONE)).isCloseTo(0.275390625, within(1e-12));
    }

    /** {@code wilcoxon(one, other, method=PermutationMethod())}, which goes through all signs of so few pairs. */
    @Test
    void signedRanksAreExactForTiesAndLeaveOutEqualPairs() {
        double[] one = {3, 2, 4, 5, 6, 7, 1, 8, 9, 2};
        double[] other = {2, 3, 2, 3, 3, 3, 5, 3, 3, 2};

        assertThat(PairedTests.wilcoxonSignedRank(one, other)).isCloseTo(0.09375, within(1e-12));
    }

    @Test
    void allOfFiveBetterIsNotYetRare() {
        // the chance of five equal signs, either way, is 2 / 32
        assertThat(PairedTests.wilcoxonSignedRank(new double[] {1, 2, 3, 4, 5}, new double[5]))
                .isEqualTo(0.0625);
    }

    /** {@code ttest_rel(one, other)}. */
    @Test
    void pairedTAgreesWithScipy() {
        assertThat(PairedTests.pairedT(ONE, OTHER)).isCloseTo(0.2449929637574565, within(1e-9));
    }

    @Test
    void equalRunsDoNotDiffer() {
        assertThat(PairedTests.wilcoxonSignedRank(ONE, ONE)).isOne();
        assertThat(PairedTests.pairedT(ONE, ONE)).isOne();
        assertThat(PairedTests.mcNemar(predictions("rrww"), predictions("rrww")))
                .isOne();
    }

    /** {@code binomtest(1, 6, .5)}: one is right alone five times, the other once. */
    @Test
    void mcNemarCountsOnlyWhereTheyDiffer() {
        assertThat(PairedTests.mcNemar(predictions("rrrrrrrrww"), predictions("rrrwwwwwrw")))
                .isCloseTo(0.21875, within(1e-12));
    }

    @Test
    void refusesWhatIsNotPaired() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedTests.pairedT(ONE, new double[3]))
                .withMessageContaining("had 10 and 3");
        assertThatIllegalArgumentException().isThrownBy(() -> PairedTests.mcNemar(predictions("rr"), predictions("r")));
    }

    /** {@code t.interval(.95, 3, 2.5, sem([1, 2, 3, 4]))}. */
    @Test
    void intervalOfAMeanAgreesWithScipy() {
        var interval = Interval.ofMean(1, 2, 3, 4);

        assertThat(interval.low()).isCloseTo(0.4457397432394794, within(1e-9));
        assertThat(interval.high()).isCloseTo(4.554260256760521, within(1e-9));
        assertThat(Interval.ofMean(1).low()).isNaN();
    }

    /** One prediction a letter: r is right, w wrong. */
    private static List<Prediction> predictions(String marks) {
        var predictions = new ArrayList<Prediction>();
        for (int i = 0; i < marks.length(); i++) {
            var example = Example.ofClass("e" + i, new float[1], 0, 2, Map.of());
            predictions.add(new Prediction(example, marks.charAt(i) == 'r' ? new float[] {1, 0} : new float[] {0, 1}));
        }
        return predictions;
    }
}
