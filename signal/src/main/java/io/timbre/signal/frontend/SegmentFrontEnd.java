package io.timbre.signal.frontend;

import io.timbre.signal.Audio;
import java.util.List;

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

    /**
     * Samples that a track must have: those of a segment; or fewer, where a track that is shorter than a segment is repeated
     * from its start until it fills one.
     */
    default int leastSamples() {
        return segmentSamples();
    }

    /** The track, repeated from its start until it fills a segment if it is shorter but long enough to be taken. */
    default Audio filled(Audio audio) {
        int length = audio.samples().length;
        return length < leastSamples() || length >= segmentSamples()
                ? audio
                : new Audio(Repetition.of(audio.samples(), segmentSamples()), audio.sampleRateHz());
    }

    default double segmentSeconds() {
        return (double) segmentSamples() / sampleRateHz();
    }

    /**
     * Cuts a track into segments, spread over it and in the order of time, and transforms each on its own.
     *
     * @throws UnusableAudioException if the track is silent, or is where its segments lie; if it is shorter than
     *     {@link #leastSamples()}, or not finite
     * @throws IllegalArgumentException if its rate is not {@link #sampleRateHz()}
     */
    default List<Segment> segments(Audio audio) throws UnusableAudioException {
        Requirements.requireRate(audio, sampleRateHz());
        var gatherer = new SegmentGatherer(this);
        gatherer.begin(audio.samples().length);
        gatherer.accept(audio.samples(), 0, audio.samples().length);
        return gatherer.segments();
    }
}
