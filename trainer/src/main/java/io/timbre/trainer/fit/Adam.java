package io.timbre.trainer.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.util.List;
import java.util.stream.Stream;

/**
 * Adam over the weights of a block, its moments in the open, so that they can be saved. DJL's own keeps them to itself.
 *
 * @see "D. P. Kingma, J. Ba, Adam: A Method for Stochastic Optimization, ICLR 2015"
 */
final class Adam {

    private static final float BETA_1 = 0.9f;
    private static final float BETA_2 = 0.999f;
    private static final float EPSILON = 1e-8f;
    private static final float NO_CLIPPING = -1;

    private final List<Moments> weights;
    private final float weightDecay;
    private final double clipNorm;

    /**
     * An optimiser of the parameters that want a gradient, which from now on they have.
     *
     * @param manager owns the moments
     */
    Adam(List<Parameter> parameters, NDManager manager, FitSettings settings) {
        this.weights = parameters.stream()
                .filter(Parameter::requiresGradient)
                .map(parameter -> Moments.of(parameter.getArray(), manager))
                .toList();
        this.weightDecay = (float) settings.weightDecay();
        this.clipNorm = settings.clipNorm();
    }

    /** A weight and the running means of its gradient and of its square. */
    private record Moments(NDArray weight, NDArray mean, NDArray variance) {
        static Moments of(NDArray weight, NDManager manager) {
            weight.setRequiresGradient(true);
            return new Moments(weight, manager.zeros(weight.getShape()), manager.zeros(weight.getShape()));
        }
    }

    /**
     * Moves the weights against the gradients that they have.
     *
     * @param number of the step, from 1
     * @param manager owns what is made on the way
     */
    void step(long number, double learningRate, NDManager manager) {
        var gradients = gradients(manager);
        if (clipNorm > 0) {
            clip(gradients);
        }
        float corrected =
                (float) (learningRate * Math.sqrt(1 - Math.pow(BETA_2, number)) / (1 - Math.pow(BETA_1, number)));
        for (int i = 0; i < weights.size(); i++) {
            var moments = weights.get(i);
            moments.weight()
                    .getNDArrayInternal()
                    .adamUpdate(
                            new NDList(moments.weight(), gradients.get(i), moments.mean(), moments.variance()),
                            new NDList(moments.weight()),
                            (float) learningRate,
                            corrected,
                            weightDecay,
                            1,
                            NO_CLIPPING,
                            BETA_1,
                            BETA_2,
                            EPSILON,
                            true,
                            false);
        }
    }

    /** The moments of all weights, in a fixed order. */
    List<NDArray> moments() {
        return weights.stream()
                .flatMap(moments -> Stream.of(moments.mean(), moments.variance()))
                .toList();
    }

    /** Each call of {@code getGradient} makes an array that somebody must close. */
    private NDList gradients(NDManager manager) {
        var gradients = new NDList();
        for (var moments : weights) {
            var gradient = moments.weight().getGradient();
            gradient.attach(manager);
            gradients.add(gradient);
        }
        return gradients;
    }

    private void clip(NDList gradients) {
        var squares = new NDList();
        for (var gradient : gradients) {
            squares.add(gradient.square().sum().reshape(1));
        }
        double norm = Math.sqrt(NDArrays.concat(squares).sum().getFloat());
        if (norm > clipNorm) {
            gradients.forEach(gradient -> gradient.muli((float) (clipNorm / norm)));
        }
    }
}
