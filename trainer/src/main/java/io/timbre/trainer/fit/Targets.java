package io.timbre.trainer.fit;

import io.timbre.trainer.data.Example;
import java.util.Arrays;
import java.util.List;

/** Turns what is known of examples into rows of a {@link Batch}'s targets. */
final class Targets {

    private final boolean each;
    private final boolean oneForTwo;
    private final float[] factors;

    private Targets(Objective objective, int logits, int classes) {
        this.each = objective.each();
        this.oneForTwo = logits == 1 && classes == 2;
        this.factors = new float[each ? 2 * logits : logits];
        Arrays.fill(factors, 1);
    }

    /** Targets that count as the examples say. */
    static Targets plain(Objective objective, int logits, int classes) {
        return new Targets(objective, logits, classes);
    }

    /** Targets scaled so that over these examples each class counts as much as any other, and where classes are judged each
     * by itself, its yes as much as its no. */
    static Targets balanced(Objective objective, int logits, int classes, List<Example> examples) {
        var targets = new Targets(objective, logits, classes);
        var sums = new double[targets.factors.length];
        for (var example : examples) {
            var row = targets.row(example);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += row[i];
            }
        }
        int group = targets.each ? 2 : logits;
        for (int from = 0; from < sums.length; from += group) {
            balance(targets.factors, sums, from, from + group);
        }
        return targets;
    }

    private static void balance(float[] factors, double[] sums, int from, int to) {
        var group = Arrays.copyOfRange(sums, from, to);
        double total = Arrays.stream(group).sum();
        long present = Arrays.stream(group).filter(sum -> sum > 0).count();
        for (int i = from; i < to; i++) {
            factors[i] = sums[i] > 0 ? (float) (total / (present * sums[i])) : 1;
        }
    }

    /** The example's row. */
    float[] row(Example example) {
        var row = unscaled(example);
        for (int i = 0; i < row.length; i++) {
            row[i] *= factors[i];
        }
        return row;
    }

    /**
     * What the loss of examples is divided by. Without the scales, since a batch that happens to be without a rare class
     * would otherwise count as much as one that is full of it, and the common class would win after all.
     */
    double weight(List<Example> examples) {
        double sum = 0;
        for (var example : examples) {
            for (float target : unscaled(example)) {
                sum += target;
            }
        }
        return sum;
    }

    private float[] unscaled(Example example) {
        return each && !oneForTwo ? noAndYes(example) : asGiven(example);
    }

    private static float[] asGiven(Example example) {
        var row = new float[example.targets().length];
        for (int i = 0; i < row.length; i++) {
            row[i] = example.weights()[i] * example.targets()[i];
        }
        return row;
    }

    private static float[] noAndYes(Example example) {
        var row = new float[2 * example.targets().length];
        for (int i = 0; i < row.length / 2; i++) {
            row[2 * i] = example.weights()[i] * (1 - example.targets()[i]);
            row[2 * i + 1] = example.weights()[i] * example.targets()[i];
        }
        return row;
    }
}
