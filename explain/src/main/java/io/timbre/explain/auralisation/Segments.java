package io.timbre.explain.auralisation;

import io.timbre.explain.subject.Recording;
import io.timbre.signal.Audio;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The segments of a recording that the network heard, one after the other. In long tracks there is sound between them
 * that it never heard, which is left out, so that features are never heard beside what is none of theirs.
 */
record Segments(Recording recording, List<float[]> sounds) {

    static Segments of(Recording recording) {
        return new Segments(
                recording,
                IntStream.range(0, recording.segments().size())
                        .mapToObj(recording::samples)
                        .toList());
    }

    /** Each cell as loud as its gain says, at the original phase. */
    Segments masked(List<float[]> gains) {
        return with(IntStream.range(0, sounds.size())
                .mapToObj(i -> recording.frontEnd().amplified(sounds.get(i), gains.get(i)))
                .toList());
    }

    /** Other sounds in their place. */
    Segments with(List<float[]> others) {
        return new Segments(recording, others);
    }

    /** What the network sees of them. */
    List<float[]> inputs() {
        return sounds.stream().map(recording.frontEnd()::transform).toList();
    }

    Audio audio() {
        return recording.soundEndToEnd(sounds);
    }
}
