package io.timbre.explain.auralisation;

import io.timbre.explain.subject.Recording;
import io.timbre.signal.Audio;
import io.timbre.signal.frontend.AudibleFrontEnd;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The segments of a recording that the network heard, one after the other. In long tracks there is sound between them
 * that it never heard, which is left out, so that features are never heard beside what is none of theirs.
 */
record Segments(AudibleFrontEnd frontEnd, List<float[]> sounds) {

    static Segments of(Recording recording) {
        return new Segments(
                recording.frontEnd(),
                IntStream.range(0, recording.segments().size())
                        .mapToObj(recording::samples)
                        .toList());
    }

    /** Each cell as loud as its gain says, at the original phase. */
    Segments masked(List<float[]> gains) {
        return new Segments(
                frontEnd,
                IntStream.range(0, sounds.size())
                        .mapToObj(i -> frontEnd.amplified(sounds.get(i), gains.get(i)))
                        .toList());
    }

    /** What the network sees of them. */
    List<float[]> inputs() {
        return sounds.stream().map(frontEnd::transform).toList();
    }

    Audio audio() {
        int length = frontEnd.segmentSamples();
        var samples = new float[sounds.size() * length];
        for (int i = 0; i < sounds.size(); i++) {
            System.arraycopy(sounds.get(i), 0, samples, i * length, length);
        }
        return new Audio(samples, frontEnd.sampleRateHz());
    }
}
