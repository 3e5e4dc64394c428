package io.timbre.explain.subject;

import io.timbre.signal.Audio;
import io.timbre.signal.frontend.AudibleFrontEnd;
import io.timbre.signal.frontend.Segment;
import io.timbre.signal.frontend.UnusableAudioException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A recording.
 *
 * @param audio whole, at the front end's rate; repeated to fill a segment where it is shorter
 * @param segments as the front end cut them; they do not overlap
 */
public record Recording(Audio audio, AudibleFrontEnd frontEnd, List<Segment> segments) implements Subject {

    public Recording {
        segments = List.copyOf(segments);
    }

    /** @throws UnusableAudioException as {@link AudibleFrontEnd#segments} */
    public static Recording of(Audio audio, AudibleFrontEnd frontEnd) throws UnusableAudioException {
        var whole = frontEnd.filled(audio);
        return new Recording(whole, frontEnd, frontEnd.segments(whole));
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

    /** The samples of all segments one after the other, without what lies between them. */
    public Audio endToEnd() {
        return soundEndToEnd(
                IntStream.range(0, segments.size()).mapToObj(this::samples).toList());
    }

    /**
     * Sounds of segments one after the other.
     *
     * @param sounds as long as segments
     */
    public Audio soundEndToEnd(List<float[]> sounds) {
        int length = frontEnd.segmentSamples();
        var samples = new float[sounds.size() * length];
        for (int i = 0; i < sounds.size(); i++) {
            System.arraycopy(sounds.get(i), 0, samples, i * length, length);
        }
        return new Audio(samples, audio.sampleRateHz());
    }

    /**
     * Cells of segments one after the other: {@code (bands, frames)} of each become {@code (bands, frames of all)}. A frame
     * of them takes {@link #secondsPerFrameEndToEnd}.
     *
     * @param cells arrays of the front end's shape, row-major
     */
    public float[] cellsEndToEnd(List<float[]> cells) {
        int bands = frontEnd.segmentShape()[0];
        int frames = frontEnd.segmentShape()[1];
        var all = new float[cells.size() * bands * frames];
        for (int i = 0; i < cells.size(); i++) {
            for (int band = 0; band < bands; band++) {
                System.arraycopy(cells.get(i), band * frames, all, (band * cells.size() + i) * frames, frames);
            }
        }
        return all;
    }

    /**
     * A segment's seconds shared out among its frames: with frames about its first sample and its last, a little less than
     * from frame to frame, so that segments end to end take as long as their sound.
     */
    public double secondsPerFrameEndToEnd() {
        return frontEnd.segmentSeconds() / frontEnd.segmentShape()[1];
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
