package io.timbre.explain.evidence;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Three seconds of a track, or all of a shorter one, and the spans in them.
 *
 * @param startSeconds where it begins in the track
 */
record Stretch(double startSeconds, List<Span> spans) {

    static final double SECONDS = 3;

    double endSeconds() {
        return startSeconds + SECONDS;
    }

    /** One from each span on, but for those that would end after the track. */
    static List<Stretch> all(List<Span> spans) {
        double last = Math.max(0, spans.getLast().endSeconds() - SECONDS);
        double first = spans.getFirst().startSeconds();
        return spans.stream()
                .mapToDouble(Span::startSeconds)
                .filter(start -> start <= Math.max(first, last))
                .distinct()
                .mapToObj(start -> new Stretch(start, Span.between(spans, start, start + SECONDS)))
                .filter(stretch -> !stretch.spans().isEmpty())
                .toList();
    }

    /** The sum of its spans' weights. */
    double sum(List<Span> all, double... weights) {
        return IntStream.range(0, weights.length)
                .filter(i -> spans.contains(all.get(i)))
                .mapToDouble(i -> weights[i])
                .sum();
    }
}
