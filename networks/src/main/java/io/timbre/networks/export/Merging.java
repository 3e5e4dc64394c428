package io.timbre.networks.export;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.table.Network;
import java.util.List;

/**
 * Trained networks as one that gives the mean of their logits: of networks whose only layers with numbers are two fully
 * connected ones, the hidden units stand side by side. What each learnt from another start is kept, at the price of one.
 */
public final class Merging {

    private static final int ARRAYS = 4;

    private Merging() {}

    /**
     * Parameters of the one.
     *
     * @param member of which all are, without batch normalisations
     * @param parameters of each, as {@link io.timbre.networks.engine.ParametersFile} has them
     * @param merged the same network with as many times the hidden units
     * @throws IllegalArgumentException if members have other layers with numbers
     */
    public static byte[] parameters(Network member, List<byte[]> parameters, Network merged) {
        var members = parameters.stream().map(bytes -> weights(member, bytes)).toList();
        var first = members.getFirst();
        if (first.size() != ARRAYS) {
            throw new IllegalArgumentException(
                    member.name() + " must have two fully connected layers and no other with numbers");
        }
        int count = members.size();
        int inputs = (int) first.get(0).shape().get(1);
        int units = (int) first.get(1).shape().size();
        int outputs = (int) first.get(3).shape().size();
        var into = new float[count * units * inputs];
        var intoBias = new float[count * units];
        var out = new float[outputs * count * units];
        var outBias = new float[outputs];
        for (int m = 0; m < count; m++) {
            var weights = members.get(m);
            System.arraycopy(weights.get(0).values(), 0, into, m * units * inputs, units * inputs);
            System.arraycopy(weights.get(1).values(), 0, intoBias, m * units, units);
            for (int output = 0; output < outputs; output++) {
                for (int unit = 0; unit < units; unit++) {
                    out[(output * count + m) * units + unit] = weights.get(2).values()[output * units + unit] / count;
                }
                outBias[output] += weights.get(3).values()[output] / count;
            }
        }
        return WeightsFile.write(
                merged,
                List.of(
                        new Weight(new Shape((long) count * units, inputs), into),
                        new Weight(new Shape((long) count * units), intoBias),
                        new Weight(new Shape(outputs, (long) count * units), out),
                        new Weight(new Shape(outputs), outBias)));
    }

    private static List<Weight> weights(Network member, byte[] parameters) {
        return TrainedNetwork.of(member, parameters).layers().stream()
                .flatMap(layer -> layer.weights().stream())
                .toList();
    }
}
