package io.timbre.explain.evidence;

import io.timbre.signal.Audio;
import java.util.List;

/** A track in time: the spans that can be hidden, and what a stretch of it sounds like. */
interface Heard {

    /** In the order of time, those of one input together. */
    List<Span> spans();

    /** At most so many seconds from a time on. */
    Audio cut(double startSeconds, double seconds);
}
