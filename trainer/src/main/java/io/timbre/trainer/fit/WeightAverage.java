package io.timbre.trainer.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;

/**
 * The running mean of weights over the steps of a fit, which is steadier than the weights of its last step: after each step
 * {@code mean = share mean + (1 - share) weights}, with a smaller share in the first steps, so that the draw that the fit
 * began with is soon forgotten.
 *
 * @see "B. T. Polyak, A. B. Juditsky, Acceleration of Stochastic Approximation by Averaging, SIAM J. Control Optim. 1992"
 */
final class WeightAverage {

    private static final int WARM_UP_STEPS = 10;

    private final List<NDArray> weights;
    private final List<NDArray> means;
    private final double share;

    /**
     * The mean of arrays as they are.
     *
     * @param manager owns the mean
     */
    WeightAverage(List<NDArray> weights, NDManager manager, double share) {
        this.weights = weights;
        this.means =
                weights.stream().map(array -> manager.zeros(array.getShape())).toList();
        this.share = share;
    }

    /** Hears that a step has been taken, counted from 1. */
    void add(long step) {
        float kept = step == 1 ? 0 : (float) Math.min(share, (double) step / (WARM_UP_STEPS + step));
        for (int i = 0; i < weights.size(); i++) {
            try (var part = weights.get(i).mul(1 - kept)) {
                means.get(i).muli(kept).addi(part);
            }
        }
    }

    /**
     * Puts the mean where the weights are, and the weights where the mean was; a second time puts them back. Copied by
     * MXNet itself: weights that have been scored lie as its kernels like them, where nobody else may write.
     */
    void swap() {
        for (int i = 0; i < weights.size(); i++) {
            try (var kept = weights.get(i).duplicate()) {
                means.get(i).copyTo(weights.get(i));
                kept.copyTo(means.get(i));
            }
        }
    }

    /** In a fixed order. */
    List<NDArray> means() {
        return means;
    }
}
