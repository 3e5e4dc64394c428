package io.timbre.networks.export;

import ai.djl.ndarray.types.Shape;
import java.util.List;

/** The four arrays of a recurrent layer: matrices for input and state, then a bias of each, gates one below the other. */
final class RecurrentWeights {

    private RecurrentWeights() {}

    /** All numbers in one vector, which is what MXNet's operator takes. */
    static Weight packed(List<Weight> weights) {
        int size = weights.stream().mapToInt(weight -> weight.values().length).sum();
        var all = new float[size];
        int at = 0;
        for (var weight : weights) {
            System.arraycopy(weight.values(), 0, all, at, weight.values().length);
            at += weight.values().length;
        }
        return new Weight(new Shape(size), all);
    }
}
