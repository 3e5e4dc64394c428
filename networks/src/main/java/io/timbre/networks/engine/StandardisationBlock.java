package io.timbre.networks.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.timbre.networks.table.Standardisation;
import java.util.Arrays;

/**
 * {@code (x - mean) * scale} for each band of {@code (N, C, H, W)}, or each value of {@code (N, T, D)} and {@code (N, D)}. Both are parameters without gradient, 0 and 1 until
 * {@link #measure} sets them.
 */
final class StandardisationBlock extends AbstractBlock {

    private static final byte VERSION = 1;

    private final Parameter mean = addParameter(fixed("mean", Parameter.Type.RUNNING_MEAN));
    private final Parameter scale = addParameter(fixed("scale", Parameter.Type.RUNNING_VAR));

    StandardisationBlock() {
        super(VERSION);
    }

    private static Parameter fixed(String name, Parameter.Type type) {
        return Parameter.builder()
                .setName(name)
                .setType(type)
                .optRequiresGrad(false)
                .build();
    }

    /** Sets what was measured: a mean and a deviation (> 0) for each band. */
    void measure(float[] means, float[] deviations) {
        var scales = new float[deviations.length];
        for (int band = 0; band < scales.length; band++) {
            scales[band] = 1 / deviations[band];
        }
        mean.getArray().set(means);
        scale.getArray().set(scales);
    }

    @Override
    public void prepare(Shape[] inputShapes) {
        var perBand = perBand(inputShapes[0]);
        mean.setShape(perBand);
        scale.setShape(perBand);
    }

    /** Ones but for the bands, so that it spreads over the batch and the other dimensions. */
    private static Shape perBand(Shape batched) {
        var sizes = new long[batched.dimension()];
        Arrays.fill(sizes, 1);
        int axis = 1 + Standardisation.bandAxis(batched.slice(1));
        sizes[axis] = batched.get(axis);
        return new Shape(sizes);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> options) {
        NDArray input = inputs.singletonOrThrow();
        var device = input.getDevice();
        return new NDList(
                input.sub(store.getValue(mean, device, training)).mul(store.getValue(scale, device, training)));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return inputShapes;
    }
}
