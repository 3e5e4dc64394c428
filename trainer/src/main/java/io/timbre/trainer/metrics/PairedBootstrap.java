package io.timbre.trainer.metrics;

import io.timbre.trainer.data.Grouping;
import io.timbre.trainer.data.Prediction;
import java.util.List;

/**
 * How much more often one network is right than another on the same examples, with the interval in which that lies: whole
 * groups are drawn, and both networks are asked of each draw.
 *
 * @param difference accuracy of the one less that of the other
 * @param interval of the difference
 * @see "B. Efron, R. J. Tibshirani, An Introduction to the Bootstrap, 1993, chapter 8"
 */
public record PairedBootstrap(double difference, Interval interval) {

    /**
     * Compares predictions.
     *
     * @param other of the same examples in the same order
     * @param drawn what is drawn; an example without such a group goes with its track
     * @throws IllegalArgumentException if they are not of the same examples
     */
    public static PairedBootstrap of(List<Prediction> one, List<Prediction> other, Grouping drawn) {
        return of(one, other, drawn, 0.95);
    }

    /**
     * Compares predictions, as surely as is asked.
     *
     * @param other of the same examples in the same order
     * @param drawn what is drawn; an example without such a group goes with its track
     * @param confidence of the interval, in (0, 1)
     * @throws IllegalArgumentException if they are not of the same examples
     */
    public static PairedBootstrap of(List<Prediction> one, List<Prediction> other, Grouping drawn, double confidence) {
        var gains = gains(one, other);
        var bootstrap = Bootstrap.over(one, drawn);
        return new PairedBootstrap(
                mean(gains, bootstrap.once()),
                bootstrap
                        .intervals(times -> new double[] {mean(gains, times)}, confidence)
                        .getFirst());
    }

    /** 1 where only the one is right, -1 where only the other is. */
    private static int[] gains(List<Prediction> one, List<Prediction> other) {
        if (one.size() != other.size()) {
            throw new IllegalArgumentException(
                    "both must predict the same examples: were " + one.size() + " and " + other.size());
        }
        var gains = new int[one.size()];
        for (int i = 0; i < gains.length; i++) {
            requireSame(one.get(i).example().id(), other.get(i).example().id());
            gains[i] = (Posteriors.isRight(one.get(i)) ? 1 : 0) - (Posteriors.isRight(other.get(i)) ? 1 : 0);
        }
        return gains;
    }

    private static void requireSame(String one, String other) {
        if (!one.equals(other)) {
            throw new IllegalArgumentException(
                    "both must predict the same examples: one predicts " + one + " where the other does " + other);
        }
    }

    private static double mean(int[] gains, int[] times) {
        long sum = 0;
        long all = 0;
        for (int i = 0; i < gains.length; i++) {
            sum += (long) gains[i] * times[i];
            all += times[i];
        }
        return (double) sum / all;
    }
}
