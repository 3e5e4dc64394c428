package io.timbre.explain.auralisation;

import io.timbre.explain.answer.Progress;
import io.timbre.explain.subject.ExplainedModel;
import io.timbre.explain.trust.Randomisation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether features' deconvolved maps are of what the network has learnt: they must change when the network forgets it all,
 * else they show the sound and not the feature.
 */
final class Forgetting {

    /** Segments that are asked about, of each feature those where it is strongest; maps of one track are much alike. */
    private static final int SEGMENTS = 2;

    private Forgetting() {}

    /** The features with how alike their maps are to those of a network that has learnt nothing. */
    static List<HeardFeature> judged(
            ExplainedModel model, List<float[]> inputs, List<HeardFeature> features, Progress progress) {
        var judged = new ArrayList<HeardFeature>();
        try (var forgetful = Randomisation.forgetful(model)) {
            for (var feature : features) {
                progress.at((double) judged.size() / features.size());
                var some = strongest(feature).stream().map(inputs::get).toList();
                judged.add(feature.judged(
                        Randomisation.similarity(maps(model, feature, some), maps(forgetful, feature, some))));
            }
        }
        return judged;
    }

    /** Masks of a track share a scale, so they are larger where the feature is stronger. */
    private static List<Integer> strongest(HeardFeature feature) {
        return IntStream.range(0, feature.masks().size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -sum(feature.masks().get(i))))
                .limit(SEGMENTS)
                .toList();
    }

    private static double sum(float... gains) {
        double sum = 0;
        for (float gain : gains) {
            sum += gain;
        }
        return sum;
    }

    private static float[][] maps(ExplainedModel asked, HeardFeature feature, List<float[]> inputs) {
        return inputs.stream()
                .map(input -> asked.network().deconvolved(input, feature.layer().output(), feature.feature())[0])
                .toArray(float[][]::new);
    }
}
