package io.timbre.explain.subject;

import io.timbre.signal.Audio;
import io.timbre.signal.frontend.AudibleFrontEnd;
import io.timbre.signal.frontend.Segment;
import io.timbre.signal.frontend.UnusableAudioException;
import java.util.Arrays;
import java.util.List;

/**
 * A recording.
 *
 * @param audio whole, at the front end's rate
 * @param segments as the front end cut them; they do not overlap
 */
public record Recording(Audio audio, AudibleFrontEnd frontEnd, List<Segment> segments) implements Subject {

    public Recording {
        segments = List.copyOf(segments);
    }

    /** @throws UnusableAudioException as {@link AudibleFrontEnd#segments} */
    public static Recording of(Audio audio, AudibleFrontEnd frontEnd) throws UnusableAudioException {
        return new Recording(audio, frontEnd, frontEnd.segments(audio));
    }

    @Override
    public List<float[]> inputs() {
        return segments.stream().map(Segment::values).toList();
    }

    /** The first sample of a segment in the track. */
    public int startSample(int segment) {
        return (int) Math.round(segments.get(segment).startSeconds() * audio.sampleRateHz());
    }

    /** The samples of a segment, copied. */
    public float[] samples(int segment) {
        int start = startSample(segment);
        return Arrays.copyOfRange(audio.samples(), start, start + frontEnd.segmentSamples());
    }

    /** The whole track with other samples in the place of its segments'. */
    public Audio with(List<float[]> segmentSamples) {
        var samples = audio.samples().clone();
        for (int i = 0; i < segmentSamples.size(); i++) {
            System.arraycopy(segmentSamples.get(i), 0, samples, startSample(i), frontEnd.segmentSamples());
        }
        return new Audio(samples, audio.sampleRateHz());
    }
}
