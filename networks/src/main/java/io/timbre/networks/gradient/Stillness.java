package io.timbre.networks.gradient;

import io.timbre.networks.table.BatchNormalisation;
import io.timbre.networks.table.Branches;
import io.timbre.networks.table.Dropout;
import io.timbre.networks.table.Layer;
import io.timbre.networks.table.Network;
import java.util.List;

/** A network without chance: a gradient is recorded as if the network were trained, and dropout would drop. */
final class Stillness {

    private Stillness() {}

    /**
     * The same network with dropout of rate 0, so that parameters of the one are parameters of the other.
     *
     * @throws IllegalArgumentException if it normalises batches: while recorded, by statistics of the batch
     */
    static Network of(Network network) {
        return new Network(network.name(), network.inputShape(), of(network.layers(), network.name()));
    }

    private static List<Layer> of(List<Layer> layers, String name) {
        return layers.stream().map(layer -> of(layer, name)).toList();
    }

    private static Layer of(Layer layer, String name) {
        return switch (layer) {
            case Dropout ignored -> new Dropout(0);
            case Branches(List<List<Layer>> branches) ->
                new Branches(branches.stream().map(branch -> of(branch, name)).toList());
            case BatchNormalisation ignored ->
                throw new IllegalArgumentException(name
                        + " normalises batches, so its gradients cannot be explained: ask a network that does not");
            default -> layer;
        };
    }
}
