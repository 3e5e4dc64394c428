package io.timbre.trainer.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DistancesTest {

    private static final double EXACT = 1e-12;

    @Test
    void sharesWithNothingInCommonAreOneBitApart() {
        assertThat(Distances.jensenShannon(new double[] {1, 0}, new double[] {0, 1}))
                .isCloseTo(1, within(EXACT));
        assertThat(Distances.jensenShannon(new double[] {.2, .8}, new double[] {.2, .8}))
                .isZero();
    }

    /** {@code scipy.spatial.distance.jensenshannon([.5, .5], [1, 0], base=2) ** 2}. */
    @Test
    void jensenShannonAgreesWithScipy() {
        assertThat(Distances.jensenShannon(new double[] {.5, .5}, new double[] {1, 0}))
                .isCloseTo(0.3112781244591328, within(EXACT));
    }

    @Test
    void stabilityIndexIsTheSumOfBothDivergences() {
        // -1/4 ln 1/2 + 1/4 ln 3/2
        assertThat(Distances.stabilityIndex(new double[] {.5, .5}, new double[] {.25, .75}))
                .isCloseTo(Math.log(3) / 4, within(EXACT));
    }

    /** {@code scipy.stats.chi2_contingency([[10, 90], [20, 80]], lambda_="log-likelihood", correction=False)}. */
    @Test
    void gAgreesWithScipy() {
        assertThat(Distances.largestG(new long[] {10, 90}, new long[] {20, 80})).isCloseTo(3.98656, within(1e-4));
        assertThat(Distances.pValue(10, 100, 20, 100)).isCloseTo(0.04587, within(1e-5));
    }

    @Test
    void gIsThatOfTheGenreThatMovedTheMost() {
        assertThat(Distances.largestG(new long[] {10, 45, 45, 0}, new long[] {20, 40, 40, 0}))
                .isCloseTo(Distances.largestG(new long[] {10, 90}, new long[] {20, 80}), within(EXACT));
    }

    @Test
    void aGenreThatNobodyHasOrThatIsAllThereIsHasNotMoved() {
        assertThat(Distances.pValue(0, 100, 0, 50)).isOne();
        assertThat(Distances.pValue(100, 100, 50, 50)).isOne();
        assertThat(Distances.largestG(new long[] {100, 0}, new long[] {50, 0})).isZero();
    }

    @Test
    void measuresAWindowByEachStatistic() {
        // a third of each genre; then none of the first, and two thirds of the last, which is unknown
        var baseline = sketch(observation(0, .25, .5, 0), observation(1, .25, .5, 0), observation(2, .25, .5, 0));
        var window = sketch(observation(1, .75, .25, 0), observation(2, .75, .25, 0), observation(2, .75, .25, 0));

        var distances = Distances.from(baseline).of(window);

        assertThat(distances)
                .containsExactly(
                        new double[] {
                            // the middle is 1/6, 1/3, 1/2: half of 1/3 bit, and of 1/3 log2 2/3 + 2/3 log2 4/3
                            (1 / 3.0 + 1 / 3.0 * log2(2 / 3.0) + 2 / 3.0 * log2(4 / 3.0)) / 2,
                            // shares of 1.5, 1.5, 1.5 and 0.5, 1.5, 2.5 of 4.5
                            1 / 4.5 * Math.log(3) + 1 / 4.5 * Math.log(2.5 / 1.5),
                            1 / 3.0,
                            // 1 and 2 of 3 against 0 and 3 of 3
                            2 * (Math.log(2) + 2 * Math.log(.8) + 3 * Math.log(1.2)),
                            1 / 3.0,
                            .5,
                            .25,
                            0
                        },
                        within(EXACT));
    }

    @Test
    void embeddingsInOppositePhaseAreTwoApart() {
        // all 32 cosines are 1 and then -1, all sines 0: sqrt(32 x 2² / 32)
        var distance = Distances.from(sketch(observation(0, .5, .5, 1))).of(sketch(observation(0, .5, .5, -1)));

        assertThat(distance[Statistic.DISTANCES.indexOf(Statistic.EMBEDDING_MMD)])
                .isCloseTo(2, within(EXACT));
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    private static Sketch sketch(Observation... observations) {
        return Sketch.of(3, Arrays.asList(observations));
    }

    private static Observation observation(int genre, double confidence, double entropy, int cosine) {
        var fourier = new short[Observation.FEATURES];
        IntStream.range(0, FourierFeatures.PROJECTIONS).forEach(i -> fourier[i] = (short) (cosine * Short.MAX_VALUE));
        return new Observation("track", genre, (float) confidence, (float) entropy, fourier);
    }
}
