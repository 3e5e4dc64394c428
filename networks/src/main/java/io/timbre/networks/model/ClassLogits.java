package io.timbre.networks.model;

import io.timbre.networks.table.Network;

/**
 * Logits a class, of networks that give one each and of those that give one for two classes, as Stephen's do: then the
 * second class has half of it and the first its negative, whose softmax is the sigmoid of the one logit.
 */
public final class ClassLogits {

    private static final int TWO = 2;

    private ClassLogits() {}

    /** How many classes a network tells apart. */
    public static int classes(Network network) {
        return network.outputs() == 1 ? TWO : network.outputs();
    }

    /** The logits of the classes. */
    public static float[] of(float... logits) {
        return logits.length == 1 ? new float[] {-logits[0] / 2, logits[0] / 2} : logits;
    }

    /** Weights of the network's own logits that give the same sum as these weights of the classes' logits. */
    public static float[] weights(Network network, float... ofClasses) {
        return network.outputs() == 1 ? new float[] {(ofClasses[1] - ofClasses[0]) / 2} : ofClasses;
    }
}
