package io.timbre.trainer.fit;

/** Counts right answers: the best class of an example, or each yes and no where classes are judged each by itself. */
final class Tally {

    private final Objective objective;
    private int right;
    private int counted;

    Tally(Objective objective) {
        this.objective = objective;
    }

    /**
     * Counts all rows of a batch.
     *
     * @param logits {@code (rows, logits)}, row-major
     * @param targets as in {@link Batch}
     */
    void add(int rows, float[] logits, float[] targets) {
        if (objective.each()) {
            for (int i = 0; i < logits.length; i++) {
                count(targets, 2 * i, 2 * i + 2, objective.saysYes(logits[i]) ? 1 : 0);
            }
        } else {
            int width = logits.length / rows;
            for (int from = 0; from < logits.length; from += width) {
                count(targets, from, from + width, largest(logits, from, from + width));
            }
        }
    }

    private void count(float[] targets, int from, int to, int answer) {
        int label = largest(targets, from, to);
        if (targets[from + label] > 0) {
            counted++;
            right += answer == label ? 1 : 0;
        }
    }

    private static int largest(float[] values, int from, int to) {
        int best = from;
        for (int i = from + 1; i < to; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best - from;
    }

    /** The share of right answers; NaN before any. */
    double share() {
        return (double) right / counted;
    }
}
