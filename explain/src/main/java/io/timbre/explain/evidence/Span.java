package io.timbre.explain.evidence;

import java.util.ArrayList;
import java.util.List;

/**
 * A short stretch of one input: half a second or so of a segment, or a run of notes.
 *
 * @param input which of the track's, from 0
 * @param from the first of its steps: frames, or notes
 * @param to the step after the last
 * @param startSeconds where it begins in the track
 * @param endSeconds where it ends
 */
record Span(int input, int from, int to, double startSeconds, double endSeconds) {

    double middleSeconds() {
        return (startSeconds + endSeconds) / 2;
    }

    /** Those of which most lies between two times. */
    static List<Span> between(List<Span> spans, double startSeconds, double endSeconds) {
        return spans.stream()
                .filter(span -> span.middleSeconds() >= startSeconds && span.middleSeconds() < endSeconds)
                .toList();
    }

    /** Parts of about the same length. */
    static List<Span> parts(int input, int steps, int parts, StepTime time) {
        var spans = new ArrayList<Span>();
        for (int part = 0; part < parts; part++) {
            int from = part * steps / parts;
            int to = (part + 1) * steps / parts;
            spans.add(new Span(input, from, to, time.startSeconds(from), time.endSeconds(to)));
        }
        return spans;
    }

    /** When the steps of an input are in the track. */
    interface StepTime {
        double startSeconds(int from);

        double endSeconds(int to);
    }
}
