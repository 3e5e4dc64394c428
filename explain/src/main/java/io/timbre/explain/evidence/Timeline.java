package io.timbre.explain.evidence;

import io.timbre.explain.answer.Artifact;
import io.timbre.explain.subject.ExplainedModel;
import io.timbre.explain.subject.Ranking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What was found of each span and each segment.
 *
 * @param weights one a span, nats
 * @param posteriors a row a segment
 */
@SuppressWarnings("ArrayRecordComponent") // read and never compared
record Timeline(ExplainedModel model, int index, List<Span> spans, double[] weights, float[][] posteriors) {

    private static final int MOST_DECIMALS = 2;

    List<String> words(Stretch strongest, double posterior, double without) {
        var weakest = spans.get(IntStream.range(0, weights.length)
                .boxed()
                .min(Comparator.comparingDouble(i -> weights[i]))
                .orElseThrow());
        var words = new ArrayList<String>();
        int decimals = decimals(without, posterior);
        words.add(String.format(
                Locale.ROOT,
                "From %.1f to %.1f s it speaks most for %s: without these the posterior is %s %% instead of %s %%.",
                strongest.startSeconds(),
                Math.min(strongest.endSeconds(), spans.getLast().endSeconds()),
                genre(),
                percent(without, decimals),
                percent(posterior, decimals)));
        double least = weights[spans.indexOf(weakest)];
        words.add(
                least < 0
                        ? String.format(
                                Locale.ROOT,
                                "From %.1f to %.1f s it speaks most against %s (%.2f nats).",
                                weakest.startSeconds(),
                                weakest.endSeconds(),
                                genre(),
                                least)
                        : "Nothing in it speaks against " + genre() + ".");
        if (posteriors.length > 1) {
            words.add(segmentsOfTheGenre() + " of its " + posteriors.length + " segments are " + genre()
                    + " by themselves.");
        }
        return words;
    }

    /** As many as it takes to tell two shares apart in percent, and no more than are worth a word. */
    private static int decimals(double one, double other) {
        int decimals = 0;
        while (decimals < MOST_DECIMALS && percent(one, decimals).equals(percent(other, decimals))) {
            decimals++;
        }
        return decimals;
    }

    private static String percent(double share, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", 100 * share);
    }

    private long segmentsOfTheGenre() {
        return IntStream.range(0, posteriors.length)
                .filter(segment -> Ranking.best(posteriors[segment]) == index)
                .count();
    }

    Map<String, Object> findings(Stretch strongest) {
        return Map.of(
                "genre", genre(),
                "strongest_start_seconds", strongest.startSeconds(),
                "strongest_end_seconds",
                        Math.min(strongest.endSeconds(), spans.getLast().endSeconds()),
                "segments", segments(),
                "evidence", evidence());
    }

    private List<Map<String, Object>> segments() {
        return IntStream.range(0, posteriors.length)
                .mapToObj(segment -> {
                    var whole = whole(segment);
                    var byGenre = new TreeMap<String, Float>();
                    for (int i = 0; i < posteriors[segment].length; i++) {
                        byGenre.put(model.classes().get(i), posteriors[segment][i]);
                    }
                    return Map.<String, Object>of(
                            "start_seconds",
                            whole.startSeconds(),
                            "end_seconds",
                            whole.endSeconds(),
                            "posteriors",
                            byGenre);
                })
                .toList();
    }

    private List<Map<String, Double>> evidence() {
        return IntStream.range(0, weights.length)
                .mapToObj(i -> Map.of(
                        "start_seconds", spans.get(i).startSeconds(),
                        "end_seconds", spans.get(i).endSeconds(),
                        "weight", weights[i]))
                .toList();
    }

    /** @param ranked classes, the most likely first */
    List<Artifact> artifacts(Artifact sound, int... ranked) {
        var artifacts = new ArrayList<Artifact>();
        artifacts.add(EvidencePictures.evidence(genre(), spans, weights));
        if (posteriors.length > 1) {
            int rival = ranked[0] == index ? ranked[1] : ranked[0];
            var segments =
                    IntStream.range(0, posteriors.length).mapToObj(this::whole).toList();
            artifacts.add(EvidencePictures.posteriors(model.classes(), segments, posteriors, index, rival));
        }
        artifacts.add(sound);
        return artifacts;
    }

    /** The spans of a segment in one. */
    private Span whole(int segment) {
        var parts = spans.stream().filter(span -> span.input() == segment).toList();
        var first = parts.getFirst();
        var last = parts.getLast();
        return new Span(segment, first.from(), last.to(), first.startSeconds(), last.endSeconds());
    }

    private String genre() {
        return model.classes().get(index);
    }
}
