package io.timbre.trainer.fit;

/**
 * Everything besides data and networks that has a say in what two networks make of each other.
 *
 * @param seed of weights, noise and the examples drawn
 * @param steps of each of the two
 * @param batchSize real examples a step, and as many generated ones
 * @param learningRate of both
 */
public record AdversarialSettings(long seed, int steps, int batchSize, double learningRate) {

    public AdversarialSettings {
        require(steps >= 1, "steps must be >= 1: was " + steps);
        require(batchSize >= 1, "batchSize must be >= 1: was " + batchSize);
        require(
                learningRate > 0 && Double.isFinite(learningRate),
                "learningRate must be > 0 and finite: was " + learningRate);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
