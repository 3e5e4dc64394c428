package io.timbre.signal.frontend;

import io.timbre.signal.Audio;
import io.timbre.signal.frontend.UnusableAudioException.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** From excerpts of a sound, all of one length and each on its own, to arrays of one shape. */
public non-sealed interface SegmentFrontEnd extends FrontEnd {
    /** The rate that {@link #segments} and {@link #transform} want their samples at. */
    int sampleRateHz();

    /** Where in a track the segments lie, and how long they are. */
    Segmentation segmentation();

    /** Dimensions of {@link Segment#values()}, slowest first: (bands, frames). */
    int[] segmentShape();

    /**
     * Transforms one window, such as a training crop, exactly as a segment that lies there.
     *
     * @param samples {@link #segmentSamples()} of them
     * @return row-major array of {@link #segmentShape()}
     */
    float[] transform(float[] samples);

    /** Samples that one segment is made of. */
    default int segmentSamples() {
        return segmentation().segmentSamples();
    }

    default double segmentSeconds() {
        return (double) segmentSamples() / sampleRateHz();
    }

    /**
     * Cuts a track into segments, spread over it and in the order of time, and transforms each on its own.
     *
     * @throws UnusableAudioException if the track is silent, shorter than a segment, or not finite
     * @throws IllegalArgumentException if its rate is not {@link #sampleRateHz()}
     */
    default List<Segment> segments(Audio audio) throws UnusableAudioException {
        Requirements.requireRate(audio, sampleRateHz());
        int[] starts = segmentation().starts(audio.samples().length);
        if (starts.length == 0) {
            throw new UnusableAudioException(
                    Fault.TOO_SHORT,
                    String.format(
                            Locale.ROOT,
                            "%.2f s, but a segment takes %.2f s",
                            audio.durationSeconds(),
                            segmentSeconds()));
        }
        Requirements.requireAudible(audio);
        var segments = new ArrayList<Segment>(starts.length);
        for (int start : starts) {
            float[] samples = Arrays.copyOfRange(audio.samples(), start, start + segmentSamples());
            segments.add(new Segment((double) start / sampleRateHz(), transform(samples)));
        }
        return List.copyOf(segments);
    }
}
