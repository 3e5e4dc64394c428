package io.timbre.explain.auralisation;

import io.timbre.explain.answer.Progress;
import io.timbre.explain.featuremap.FeatureLayer;
import io.timbre.networks.gradient.DifferentiableModel;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What remains of the activation of each feature of a layer when the network hears another sound in the place of the
 * original: cell by cell the lesser of the two, summed, over the sum of the original. 1 if all is still there in its
 * place, 0 if nothing is; what is there in addition does not count.
 */
final class Remains {

    private final double[] before;
    private final double[] common;

    private Remains(int features) {
        this.before = new double[features];
        this.common = new double[features];
    }

    /**
     * @param inputs of the network
     * @param others as many
     */
    static Remains of(
            DifferentiableModel network,
            FeatureLayer layer,
            List<float[]> inputs,
            List<float[]> others,
            Progress progress) {
        var remains = new Remains(layer.features());
        for (int i = 0; i < inputs.size(); i++) {
            progress.at((double) i / inputs.size());
            remains.add(
                    network.activations(inputs.get(i)).get(layer.output()),
                    network.activations(others.get(i)).get(layer.output()));
        }
        return remains;
    }

    private void add(float[] first, float[] second) {
        int cells = first.length / before.length;
        for (int i = 0; i < first.length; i++) {
            before[i / cells] += Math.max(0, first[i]);
            common[i / cells] += Math.max(0, Math.min(first[i], second[i]));
        }
    }

    /** Of a feature; 0 if it was silent. */
    double of(int feature) {
        return before[feature] > 0 ? common[feature] / before[feature] : 0;
    }

    /** The median of the other features that were not silent; 0 if there are none. */
    double ofOthers(int feature) {
        var others = IntStream.range(0, before.length)
                .filter(other -> other != feature && before[other] > 0)
                .mapToDouble(this::of)
                .sorted()
                .toArray();
        return others.length == 0
                ? 0
                : DoubleStream.of(others[(others.length - 1) / 2], others[others.length / 2])
                        .average()
                        .orElseThrow();
    }
}
