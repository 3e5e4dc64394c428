package io.timbre.trainer.fit;

/**
 * Everything besides data and network that has a say in what Adam makes of the weights.
 *
 * @param seed of weights, order of examples and dropout
 * @param epochs at most
 * @param batchSize examples a step
 * @param learningRate at its highest
 * @param weightDecay L2 penalty that Adam adds to the gradient
 * @param clipNorm the gradient is scaled down to this norm, over all weights, where it is longer; 0 never
 * @param classWeights whether errors count in inverse proportion to how often a class stands in the training examples
 */
public record FitSettings(
        long seed,
        int epochs,
        int batchSize,
        Loss loss,
        double learningRate,
        Schedule schedule,
        EarlyStopping stopping,
        double weightDecay,
        double clipNorm,
        boolean classWeights) {

    /** Adam at 1e-3, batches of 32, no early stopping, no more. */
    public static FitSettings of(Loss loss, int epochs, long seed) {
        return new FitSettings(
                seed, epochs, 32, loss, 1e-3, new Schedule.Constant(), EarlyStopping.never(), 0, 0, false);
    }
}
