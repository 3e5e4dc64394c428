package io.timbre.trainer.metrics;

import io.timbre.trainer.data.Prediction;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.stat.inference.TTest;
import org.apache.commons.math3.stat.ranking.NaturalRanking;

/** Whether one thing is better than another that was measured on the same seeds or examples. All are two-sided. */
public final class PairedTests {

    private PairedTests() {}

    /**
     * Wilcoxon's signed-rank test: the chance of ranks so uneven if neither is better. Exact, ties included; pairs that
     * do not differ are left out, as {@code scipy.stats.wilcoxon} does.
     *
     * <p>Not commons-math's, whose exact test goes through all 2^n signs and takes ties for different ranks.
     *
     * @return the p-value; 1 if no pair differs
     */
    public static double wilcoxonSignedRank(double[] one, double[] other) {
        var differences = Arrays.stream(differences(one, other))
                .filter(difference -> difference != 0)
                .toArray();
        if (differences.length == 0) {
            return 1;
        }
        // mean ranks of ties are halves: doubled, they are whole
        var ranks = Arrays.stream(new NaturalRanking()
                        .rank(Arrays.stream(differences).map(Math::abs).toArray()))
                .mapToInt(rank -> (int) Math.round(2 * rank))
                .toArray();
        int positive = 0;
        for (int i = 0; i < ranks.length; i++) {
            positive += differences[i] > 0 ? ranks[i] : 0;
        }
        int all = Arrays.stream(ranks).sum();
        return Math.min(1, 2 * chanceOfAtMost(Math.min(positive, all - positive), ranks));
    }

    /**
     * Student's t-test of the differences' mean.
     *
     * @return the p-value; 1 if no pair differs
     */
    public static double pairedT(double[] one, double[] other) {
        boolean same = Arrays.stream(differences(one, other)).allMatch(difference -> difference == 0);
        return same ? 1 : new TTest().pairedTTest(one, other);
    }

    /**
     * McNemar's test, exact: whether one is right where the other is wrong more often than the other way round.
     *
     * @return the p-value; 1 if both are right on the same examples
     * @throws IllegalArgumentException if they are not predictions of the same examples
     */
    public static double mcNemar(List<Prediction> one, List<Prediction> other) {
        var others = new HashMap<String, Prediction>();
        other.forEach(prediction -> others.put(prediction.example().id(), prediction));
        if (one.size() != other.size()) {
            throw new IllegalArgumentException(
                    "both must predict the same examples: were " + one.size() + " and " + other.size());
        }
        int oneOnly = 0;
        int otherOnly = 0;
        for (var prediction : one) {
            var id = prediction.example().id();
            var twin = others.get(id);
            if (twin == null) {
                throw new IllegalArgumentException("both must predict the same examples: only one does " + id);
            }
            boolean right = Posteriors.isRight(prediction);
            boolean twinRight = Posteriors.isRight(twin);
            oneOnly += right && !twinRight ? 1 : 0;
            otherOnly += twinRight && !right ? 1 : 0;
        }
        var toss = new BinomialDistribution(oneOnly + otherOnly, 0.5);
        return Math.min(1, 2 * toss.cumulativeProbability(Math.min(oneOnly, otherOnly)));
    }

    private static double[] differences(double[] one, double[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException(
                    "both must have one value a pair: had " + one.length + " and " + other.length);
        }
        var differences = new double[one.length];
        for (int i = 0; i < one.length; i++) {
            differences[i] = one[i] - other[i];
        }
        return differences;
    }

    /** The chance that those of the ranks that a fair coin picks add up to no more than the sum. */
    private static double chanceOfAtMost(int sum, int[] ranks) {
        var chances = new double[sum + 1];
        chances[0] = 1;
        for (int rank : ranks) {
            for (int reached = sum; reached >= 0; reached--) {
                double without = chances[reached];
                double with = reached >= rank ? chances[reached - rank] : 0;
                chances[reached] = (without + with) / 2;
            }
        }
        return Arrays.stream(chances).sum();
    }
}
