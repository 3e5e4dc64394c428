package io.timbre.trainer.fit;

import java.util.SplittableRandom;

/**
 * Everything besides data and network that has a say in what Adam makes of the weights.
 *
 * @param seed of weights, order of examples and dropout
 * @param epochs at most
 * @param batchSize examples a step
 * @param learningRate at its highest
 * @param weightDecay L2 penalty that Adam adds to the gradient
 * @param clipNorm the gradient is scaled down to this norm, over all weights, where it is longer; 0 never
 * @param classWeights whether errors count in inverse proportion to how often a class stands in the training examples, in
 *     the validation's loss too; where classes are judged each by itself, how often its yes and its no do
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

    public FitSettings {
        require(epochs >= 1, "epochs must be >= 1: was " + epochs);
        require(batchSize >= 1, "batchSize must be >= 1: was " + batchSize);
        require(learningRate > 0, "learningRate must be > 0: was " + learningRate);
        require(weightDecay >= 0, "weightDecay must be >= 0: was " + weightDecay);
        require(clipNorm >= 0, "clipNorm must be >= 0: was " + clipNorm);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** The seed of all that an epoch draws by itself, so that a fit can be taken up at any. */
    public long epochSeed(int epoch) {
        // java.util.Random begins alike from seeds that lie close together
        return new SplittableRandom(seed * 1_000_003 + epoch).nextLong();
    }

    /** Adam at 1e-3, batches of 32, no early stopping, no more. */
    public static FitSettings of(Loss loss, int epochs, long seed) {
        return new FitSettings(
                seed, epochs, 32, loss, 1e-3, new Schedule.Constant(), EarlyStopping.never(), 0, 0, false);
    }
}
