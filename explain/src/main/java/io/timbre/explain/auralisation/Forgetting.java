package io.timbre.explain.auralisation;

import io.timbre.explain.answer.Check;
import io.timbre.explain.answer.Progress;
import io.timbre.explain.subject.ExplainedModel;
import io.timbre.explain.trust.Attribution;
import io.timbre.explain.trust.Randomisation;
import java.util.List;

/**
 * Whether a feature's deconvolved map is of what the network has learnt: it must change when the network forgets it all,
 * else it shows the sound and not the feature.
 */
final class Forgetting {

    /** Segments that are asked about; maps of one track are much alike. */
    private static final int SEGMENTS = 2;

    /** Most similarity of honest maps: that which attributions are held to. */
    private static final double MOST_SIMILARITY = 0.7;

    private Forgetting() {}

    static Check check(ExplainedModel model, List<float[]> inputs, HeardFeature feature, Progress progress) {
        var some = inputs.subList(0, Math.min(SEGMENTS, inputs.size()));
        Attribution attribution = (asked, tracks) -> tracks.stream()
                .map(input -> asked.network().deconvolved(input, feature.layer().output(), feature.feature())[0])
                .toArray(float[][]::new);
        var similarities =
                Randomisation.similarities(model, some, attribution.maps(model, some), attribution, progress);
        double similarity = similarities[similarities.length - 1];
        return Check.gate(
                "similarity-randomised",
                similarity,
                similarity <= MOST_SIMILARITY,
                "A network that has learnt nothing would give nearly the same map for "
                        + feature.layer().name() + " feature " + feature.feature() + ".");
    }
}
