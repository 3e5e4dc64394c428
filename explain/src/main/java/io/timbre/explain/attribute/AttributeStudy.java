package io.timbre.explain.attribute;

import io.timbre.explain.answer.Progress;
import io.timbre.explain.featuremap.FeatureEnergy;
import io.timbre.explain.featuremap.FeatureLayer;
import io.timbre.explain.featuremap.FeatureLayers;
import io.timbre.networks.gradient.DifferentiableModel;
import io.timbre.signal.frontend.AudibleFrontEnd;
import io.timbre.signal.score.ModelSignal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How the features of each convolution follow key, chord and instrument: each of the 224 {@link ModelSignal}s is heard, the
 * strongest features of a layer are walked back to the input, and the maps of each two signals that differ in one
 * attribute alone are correlated. Choi et al. did this with all features; here those count that respond most, as silent
 * ones have no map to correlate. The input itself is there for comparison: what a layer does not add was there before.
 *
 * <p>Which features find onsets shows in {@link Tunes}: how far the positive part of what is deconvolved, summed a
 * frame, follows the onset strength, and, to know what chance gives, that of the next tune.
 *
 * @see "K. Choi, G. Fazekas, M. Sandler, Explaining Deep Convolutional Neural Networks on Music Classification,
 *     arXiv:1607.02444 (2016), Section 4.2 and Figure 10"
 */
public final class AttributeStudy {

    /** Bytes of maps held at a time. */
    private static final long MOST_BYTES = 128L << 20;

    /** Tunes are few, so that more features can be asked about. */
    private static final int ONSET_FEATURES = 16;

    private static final double RENDERED = 0.05;
    private static final double CHOSEN = 0.1;
    /** Of each of these, what is about signals; the rest is about tunes. */
    private static final double MOST = 0.9;

    private final DifferentiableModel network;
    private final List<float[]> inputs;
    private final Tunes tunes;
    private final FeatureEnergy energy;
    private final FeatureEnergy energyOfTunes;
    /** That differ in each attribute, in their order. */
    private final List<List<Attribute.Pair>> pairs;

    private AttributeStudy(DifferentiableModel network, Signals signals, Progress progress) {
        this.network = network;
        this.inputs = signals.inputs();
        this.tunes = Tunes.of(signals);
        this.energy = FeatureEnergy.of(network, inputs, progress.part(0, MOST));
        this.energyOfTunes = FeatureEnergy.of(network, tunes.inputs(), progress.part(MOST, 1));
        this.pairs = Arrays.stream(Attribute.values())
                .map(attribute -> attribute.pairs(signals.all()))
                .toList();
    }

    /**
     * Of any network with convolutions; takes about {@code 224 x features x layers} deconvolutions, which are 10 ms each
     * of a small network on one core.
     *
     * @param featuresALayer at most so many, at least 2 to know deviations
     * @throws io.timbre.schemas.RejectedException if the network has no convolution
     */
    public static AttributeTable of(
            DifferentiableModel network, AudibleFrontEnd frontEnd, int featuresALayer, Progress progress) {
        return of(network, frontEnd, featuresALayer, ModelSignal.all(), progress);
    }

    /** @param all the signals, of which some differ in each attribute */
    static AttributeTable of(
            DifferentiableModel network,
            AudibleFrontEnd frontEnd,
            int featuresALayer,
            List<ModelSignal> all,
            Progress progress) {
        var layers = FeatureLayers.of(network.network()).requireConvolutions();
        var signals = Signals.of(frontEnd, all, progress.part(0, RENDERED));
        var study = new AttributeStudy(network, signals, progress.part(RENDERED, CHOSEN));
        var rows = new ArrayList<>(List.of(study.input()));
        for (int i = 0; i < layers.size(); i++) {
            double from = CHOSEN + (1 - CHOSEN) * i / layers.size();
            double to = CHOSEN + (1 - CHOSEN) * (i + 1) / layers.size();
            rows.add(study.row(layers.get(i), featuresALayer, progress.part(from, to)));
        }
        return new AttributeTable(rows);
    }

    private AttributeRow input() {
        var means = means(inputs.stream().map(UnitMap::of).toList());
        return AttributeRow.of("input", byAttribute(List.of(means)), new double[0], new double[0]);
    }

    private AttributeRow row(FeatureLayer layer, int featuresALayer, Progress progress) {
        var features = energy.strongest(layer, featuresALayer);
        var means = new ArrayList<double[]>();
        int atOnce = atOnce();
        for (int from = 0; from < features.length; from += atOnce) {
            int to = Math.min(features.length, from + atOnce);
            var part = progress.part(MOST * from / features.length, MOST * to / features.length);
            maps(layer, Arrays.copyOfRange(features, from, to), part).forEach(feature -> means.add(means(feature)));
        }
        var answers = answers(layer, energyOfTunes.strongest(layer, ONSET_FEATURES), progress.part(MOST, 1));
        return AttributeRow.of(layer.name(), byAttribute(means), onsets(answers, 0), onsets(answers, 1));
    }

    /** How many features' maps may be held. */
    private int atOnce() {
        long bytes = (long) Float.BYTES * inputs.size() * inputs.getFirst().length;
        return Math.max(1, Math.toIntExact(MOST_BYTES / bytes));
    }

    private static Map<Attribute, double[]> byAttribute(List<double[]> means) {
        var correlations = new EnumMap<Attribute, double[]>(Attribute.class);
        for (var attribute : Attribute.values()) {
            correlations.put(
                    attribute,
                    means.stream()
                            .mapToDouble(mean -> mean[attribute.ordinal()])
                            .toArray());
        }
        return correlations;
    }

    /** The mean correlation of a feature under changes of each attribute, in their order. */
    private double[] means(List<Optional<UnitMap>> maps) {
        return pairs.stream().mapToDouble(differing -> mean(maps, differing)).toArray();
    }

    /** A list a feature, of a map a signal. */
    private List<List<Optional<UnitMap>>> maps(FeatureLayer layer, int[] features, Progress progress) {
        var maps = new ArrayList<List<Optional<UnitMap>>>();
        for (int i = 0; i < features.length; i++) {
            maps.add(new ArrayList<>());
        }
        for (int i = 0; i < inputs.size(); i++) {
            progress.at((double) i / inputs.size());
            var deconvolved = network.deconvolved(inputs.get(i), layer.output(), features);
            for (int n = 0; n < features.length; n++) {
                maps.get(n).add(UnitMap.of(deconvolved[n]));
            }
        }
        return maps;
    }

    /** Over those pairs of which both have a map; not a number if there are none. */
    private static double mean(List<Optional<UnitMap>> maps, List<Attribute.Pair> pairs) {
        return pairs.stream()
                .filter(pair -> maps.get(pair.first()).isPresent()
                        && maps.get(pair.second()).isPresent())
                .mapToDouble(pair -> maps.get(pair.first())
                        .orElseThrow()
                        .correlation(maps.get(pair.second()).orElseThrow()))
                .average()
                .orElse(Double.NaN);
    }

    /** How strongly each feature answers in each frame of each tune. */
    private List<List<float[]>> answers(FeatureLayer layer, int[] features, Progress progress) {
        var answers = new ArrayList<List<float[]>>();
        for (var input : tunes.inputs()) {
            progress.at((double) answers.size() / tunes.inputs().size());
            answers.add(Arrays.stream(network.deconvolved(input, layer.output(), features))
                    .map(map -> overTime(map, tunes.onsets().getFirst().length))
                    .toList());
        }
        return answers;
    }

    private static float[] overTime(float[] map, int frames) {
        var sums = new float[frames];
        for (int i = 0; i < map.length; i++) {
            sums[i % frames] += Math.max(0, map[i]);
        }
        return sums;
    }

    /** @param shift to the tune whose onsets are taken: 0 for its own */
    private double[] onsets(List<List<float[]>> answers, int shift) {
        int features = answers.getFirst().size();
        return IntStream.range(0, features)
                .mapToDouble(feature -> IntStream.range(0, answers.size())
                        .mapToObj(tune -> Following.of(
                                answers.get(tune).get(feature), tunes.onsets().get((tune + shift) % answers.size())))
                        .flatMap(Optional::stream)
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(Double.NaN))
                .toArray();
    }
}
