package io.timbre.explain.featuremap;

import io.timbre.explain.answer.Progress;
import io.timbre.networks.gradient.DifferentiableModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How strongly the features of each layer respond to some inputs: the mean square of their activations. */
public final class FeatureEnergy {

    private final List<double[]> byLayer;

    private FeatureEnergy(List<double[]> byLayer) {
        this.byLayer = byLayer;
    }

    /**
     * Of all features, by feeding the network input after input.
     *
     * @param inputs at least one
     */
    public static FeatureEnergy of(DifferentiableModel network, List<float[]> inputs, Progress progress) {
        var layers = FeatureLayers.of(network.network()).all();
        var sums = new ArrayList<double[]>();
        for (int i = 0; i < network.network().layers().size(); i++) {
            sums.add(new double[0]);
        }
        layers.forEach(layer -> sums.set(layer.output(), new double[layer.features()]));
        for (int i = 0; i < inputs.size(); i++) {
            progress.at((double) i / inputs.size());
            var activations = network.activations(inputs.get(i));
            for (var layer : layers) {
                add(layer, activations.get(layer.output()), sums.get(layer.output()), inputs.size());
            }
        }
        return new FeatureEnergy(sums);
    }

    private static void add(FeatureLayer layer, float[] activation, double[] sums, int inputs) {
        for (int feature = 0; feature < layer.features(); feature++) {
            double sum = 0;
            for (int cell = 0; cell < layer.cells(); cell++) {
                double value = activation[layer.at(feature, cell)];
                sum += value * value;
            }
            sums[feature] += sum / layer.cells() / inputs;
        }
    }

    /** The mean square of a feature. */
    public double of(FeatureLayer layer, int feature) {
        return byLayer.get(layer.output())[feature];
    }

    /** The strongest features of a layer, in descending order, at most so many; none that are silent. */
    public int[] strongest(FeatureLayer layer, int count) {
        return IntStream.range(0, layer.features())
                .filter(feature -> of(layer, feature) > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer feature) -> -of(layer, feature)))
                .limit(count)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
