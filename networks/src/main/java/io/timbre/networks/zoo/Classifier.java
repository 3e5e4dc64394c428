package io.timbre.networks.zoo;

import io.timbre.networks.table.Network;

/**
 * A classifier for the classes of its paper.
 *
 * @param classes how many it tells apart: as many as it has logits, or two by one logit
 * @param exclusive whether an input is of one class only; else each class is judged by itself
 */
public record Classifier(Network network, int classes, boolean exclusive) {

    /** Whether a logit is a yes or a no of its own, which a sigmoid makes a posterior, and not one among others. */
    public boolean judgesEach() {
        return !exclusive || network.outputs() == 1;
    }
}
