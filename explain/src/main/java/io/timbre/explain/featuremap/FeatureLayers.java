package io.timbre.explain.featuremap;

import io.timbre.explain.featuremap.FeatureLayer.Kind;
import io.timbre.networks.table.Convolution;
import io.timbre.networks.table.GaborBank;
import io.timbre.networks.table.LeakyRelu;
import io.timbre.networks.table.MaxPool;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Recurrent;
import io.timbre.networks.table.Relu;
import io.timbre.networks.table.Tanh;
import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The layers of a network that have features, from the input on; those inside branches are not among them. */
public final class FeatureLayers {

    private final Network network;
    private final List<FeatureLayer> all;

    private FeatureLayers(Network network, List<FeatureLayer> all) {
        this.network = network;
        this.all = all;
    }

    public static FeatureLayers of(Network network) {
        var layers = new ArrayList<FeatureLayer>();
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        for (int i = 0; i < network.layers().size(); i++) {
            var found = kind(network, i);
            if (found.isPresent()) {
                var kind = found.get();
                int number = counts.merge(kind, 1, Integer::sum);
                layers.add(layer(network, i, kind, kind.label() + number));
            }
        }
        return new FeatureLayers(network, List.copyOf(layers));
    }

    private static Optional<Kind> kind(Network network, int index) {
        return switch (network.layers().get(index)) {
            case Convolution ignored -> Optional.of(Kind.CONVOLUTION);
            case GaborBank ignored -> Optional.of(Kind.CONVOLUTION);
            case MaxPool ignored -> Optional.of(Kind.POOL);
            case Recurrent ignored -> Optional.of(Kind.RECURRENT);
            default -> Optional.empty();
        };
    }

    private static FeatureLayer layer(Network network, int own, Kind kind, String name) {
        int output = kind == Kind.CONVOLUTION && isActivation(network, own + 1) ? own + 1 : own;
        var shape = network.outputShapes().get(output);
        return kind == Kind.RECURRENT
                ? new FeatureLayer(name, kind, own, output, (int) shape.get(1), 1, (int) shape.get(0))
                : new FeatureLayer(name, kind, own, output, (int) shape.get(0), (int) shape.get(1), (int) shape.get(2));
    }

    private static boolean isActivation(Network network, int index) {
        return index < network.layers().size()
                && switch (network.layers().get(index)) {
                    case Relu ignored -> true;
                    case LeakyRelu ignored -> true;
                    case Tanh ignored -> true;
                    default -> false;
                };
    }

    public List<FeatureLayer> all() {
        return all;
    }

    /** Those of a kind. */
    public List<FeatureLayer> of(Kind kind) {
        return all.stream().filter(layer -> layer.kind() == kind).toList();
    }

    /**
     * The convolutions of a network that takes pictures.
     *
     * @throws RejectedException if it has none
     */
    public List<FeatureLayer> requireConvolutions() {
        var convolutions = of(Kind.CONVOLUTION);
        if (convolutions.isEmpty()) {
            throw new RejectedException(
                    Reason.NOT_APPLICABLE, network.name() + " has no convolution, so nothing to walk back through");
        }
        return convolutions;
    }

    /** @throws RejectedException if the network has no such layer */
    public FeatureLayer named(String name) {
        return all.stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RejectedException(
                        Reason.UNKNOWN_LAYER,
                        network.name() + " has no layer " + name + " with features; it has: "
                                + all.stream().map(FeatureLayer::name).collect(Collectors.joining(", "))));
    }
}
