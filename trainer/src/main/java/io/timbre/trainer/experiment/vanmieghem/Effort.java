package io.timbre.trainer.experiment.vanmieghem;

/**
 * How much is read and fitted.
 *
 * @param segments drawn from each recording of 15 s; the thesis drew twenty from a whole song
 * @param clipSegments drawn from each clip
 * @param epochs at most
 * @param folds of a cross-validation
 * @param weights how often a given split is fitted
 * @param draws of kernels that are left out at random
 */
record Effort(int segments, int clipSegments, int epochs, int folds, int weights, int draws) {

    private static final Effort FULL = new Effort(20, 3, 1000, 5, 2, 20);
    private static final Effort QUICK = new Effort(2, 1, 5, 3, 1, 3);

    static Effort of(boolean quick) {
        return quick ? QUICK : FULL;
    }
}
