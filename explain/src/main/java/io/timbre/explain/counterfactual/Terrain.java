package io.timbre.explain.counterfactual;

import java.util.List;

/** Where a change is searched for: what the model is fed once a change is made, and how the model's slopes lead back to it. */
interface Terrain {

    /** What the model is fed with a change, an array a segment. */
    List<float[]> inputs(float[][] change);

    /**
     * The gradient at the change.
     *
     * @param inputs that {@link #inputs} gave for it
     * @param slopes the gradient at these
     */
    float[][] slopes(float[][] change, List<float[]> inputs, float[][] slopes);

    /** The change as it is made in the end: spread, rounded, kept within bounds. Scales as the change does, roughly. */
    float[][] made(float[][] change);
}
