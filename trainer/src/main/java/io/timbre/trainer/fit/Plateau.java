package io.timbre.trainer.fit;

/** Counts the epochs since a loss last fell by a share of what it had last fallen to. */
final class Plateau {

    private final double improvement;
    private double lowest = Double.POSITIVE_INFINITY;
    private int epochs;

    Plateau(double improvement) {
        this.improvement = improvement;
    }

    /** How many epochs there have been without a fall, this one included; 0 if it fell. */
    int lengthAfter(double loss) {
        if (loss < lowest - improvement * Math.abs(finite(lowest))) {
            lowest = loss;
            epochs = 0;
        } else {
            epochs++;
        }
        return epochs;
    }

    private static double finite(double loss) {
        return Double.isInfinite(loss) ? 0 : loss;
    }

    void startAnew() {
        epochs = 0;
    }
}
