package io.timbre.explain.counterfactual;

/**
 * Adam over arrays of floats, with one mean square for the whole change, as Adam-mini has one a block, and not one a value:
 * that would take each cell equally far, however little depends on it, and the change
 * would be several times as large as need be. With one, it goes along the gradient, the shortest way.
 *
 * <p>Not DJL's, which moves parameters that live in an engine: a change lives in Java, since each of its steps may lead
 * through a sound or a score and back.
 *
 * @see "D. P. Kingma, J. Ba, Adam: A Method for Stochastic Optimization, ICLR 2015"
 * @see "Y. Zhang et al., Adam-mini: Use Fewer Learning Rates To Gain More, ICLR 2025"
 */
final class Adam {

    private static final double MEAN_DECAY = 0.9;
    /** Faster than the paper's 0.999: on the way out of where a softmax is flat, slopes grow a thousandfold. */
    private static final double SQUARE_DECAY = 0.9;
    /** Smaller than the paper's 1e-8: where posteriors are near 0 and 1, gradients are of that size. */
    private static final double EPSILON = 1e-16;

    private final double stepSize;
    private final double[][] means;
    private double square;
    private int steps;

    /** @param stepSize how far values go in a step, root mean square, in their unit */
    Adam(double stepSize, int rows, int columns) {
        this.stepSize = stepSize;
        this.means = new double[rows][columns];
    }

    /** Moves values against their gradient. */
    void step(float[][] values, float[][] gradient) {
        steps++;
        square = SQUARE_DECAY * square + (1 - SQUARE_DECAY) * meanSquare(gradient);
        double rootMeanSquare = Math.sqrt(square / (1 - Math.pow(SQUARE_DECAY, steps)));
        double scale = stepSize / (1 - Math.pow(MEAN_DECAY, steps)) / (rootMeanSquare + EPSILON);
        for (int row = 0; row < values.length; row++) {
            for (int i = 0; i < values[row].length; i++) {
                means[row][i] = MEAN_DECAY * means[row][i] + (1 - MEAN_DECAY) * gradient[row][i];
                values[row][i] -= (float) (scale * means[row][i]);
            }
        }
    }

    private static double meanSquare(float[][] gradient) {
        double rms = Size.of(gradient, 0).rms();
        return rms * rms;
    }
}
