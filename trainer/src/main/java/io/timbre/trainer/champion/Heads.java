package io.timbre.trainer.champion;

import io.timbre.networks.engine.ParametersFile;
import io.timbre.networks.export.Folding;
import io.timbre.networks.export.Merging;
import io.timbre.networks.table.Network;
import java.util.List;

/**
 * The layers of a network behind its fixed ones: what is fitted, on what the fixed ones give. Parameters of a head are those
 * of its network, since the fixed layers hold none.
 */
final class Heads {

    private Heads() {}

    static Network of(Network network) {
        int fixed = network.fixedLayers();
        return new Network(
                network.name() + "-head",
                network.outputShapes().get(fixed - 1),
                network.layers().subList(fixed, network.layers().size()));
    }

    /** Parameters of a head from those of its network, which normalises no batches. */
    static byte[] parameters(Network network, byte[] parameters) {
        return ParametersFile.copy(parameters, network, of(network));
    }

    /** The network that is served, of fitted heads. */
    static Fit served(Network network, Network head, List<byte[]> fitted, int bestEpoch) {
        var folded = Folding.of(head);
        var parameters = fitted.stream()
                .map(bytes -> folded.equals(head) ? bytes : Folding.parameters(head, bytes))
                .toList();
        var whole = of(network);
        var merged = parameters.size() == 1 ? parameters.getFirst() : Merging.parameters(folded, parameters, whole);
        return new Fit(
                network, ParametersFile.copy(merged, parameters.size() == 1 ? folded : whole, network), bestEpoch);
    }
}
