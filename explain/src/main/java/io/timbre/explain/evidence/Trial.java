package io.timbre.explain.evidence;

import io.timbre.explain.answer.Check;
import io.timbre.explain.answer.Progress;
import io.timbre.explain.trust.Randomisation;
import java.util.List;

/**
 * Whether the weights of a track's spans are of what the network has learnt: they must change when it forgets everything,
 * else they tell quiet spans from loud ones and no more.
 *
 * @param weights one a span, nats
 */
@SuppressWarnings("ArrayRecordComponent") // read and never compared
record Trial(Occlusion occlusion, List<Span> spans, double[] weights) {

    /** Of fewer, chance alone makes the ranks of one in a hundred or more alike. */
    private static final int FEWEST_SPANS = 10;

    /** None where the spans are too few. */
    List<Check> checks(Progress progress) {
        if (isTooShort()) {
            return List.of();
        }
        try (var forgetful = Randomisation.forgetful(occlusion.model())) {
            var others = new Occlusion(forgetful, occlusion.index(), occlusion.inputs(), occlusion.fill());
            double similarity = Randomisation.similarity(
                    new float[][] {floats(weights)}, new float[][] {floats(others.weights(spans, progress))});
            return List.of(Randomisation.check(
                    similarity, "A network that has learnt nothing would weigh these seconds nearly alike."));
        }
    }

    /** What there is to say of what was not tried. */
    List<String> words() {
        return isTooShort()
                ? List.of(
                        "Not tested, for the track is too short: whether a network that has learnt nothing would weigh"
                                + " these seconds alike.")
                : List.of();
    }

    private boolean isTooShort() {
        return spans.size() < FEWEST_SPANS;
    }

    private static float[] floats(double... values) {
        var floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
