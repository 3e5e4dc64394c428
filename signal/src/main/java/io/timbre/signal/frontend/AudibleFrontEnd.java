package io.timbre.signal.frontend;

/** A front end whose cells are places in the sound, so that each can be made louder or quieter there and heard. */
public interface AudibleFrontEnd extends SegmentFrontEnd {
    /** The middle frequency of each band, ascending. */
    double[] bandCentresHz();

    /** From the middle of one frame to that of the next. */
    double secondsPerFrame();

    /** Whether its values are decibels, to which a gain is added; else magnitudes, which it multiplies. */
    boolean isLogarithmic();

    /**
     * The sound of a segment with each cell louder or quieter, its phase kept. Of gains of one it is the segment itself,
     * to more than 100 dB. What such a sound is transformed to is near to what was wanted but not the same: frames
     * overlap, and so do bands.
     *
     * @param samples {@link #segmentSamples()} of them
     * @param gains row-major array of {@link #segmentShape()}: factors of the amplitude, at least 0
     */
    float[] amplified(float[] samples, float[] gains);
}
