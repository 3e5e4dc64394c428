package io.timbre.trainer.experiment.lee;

import io.timbre.signal.Audio;
import io.timbre.signal.frontend.MelSequence;
import io.timbre.signal.frontend.MelSequenceParameters;
import io.timbre.signal.frontend.SegmentFrontEnd;
import io.timbre.signal.frontend.Segmentation;
import io.timbre.signal.frontend.UnusableAudioException;

/**
 * Lee's mel frames of two seconds, every eight of them one mean: (11, 128), one row every 186 ms, decibels below the loudest
 * band, from -80 to 0.
 *
 * <p>The paper fed an LSTM 174 frames of 23 ms; a step of an LSTM costs the same however long its frame is.
 */
final class CoarseMel implements SegmentFrontEnd {

    /** Decibels below the loudest band that a value can be. */
    static final float RANGE_DB = 80;

    /** Steps of a sequence. */
    static final int STEPS = 11;

    private static final int FRAMES_A_STEP = 8;
    private static final int NUMBERS_VERSION = 1;

    private final MelSequence frames = MelSequence.standard();

    @Override
    public String name() {
        return "coarse-mel";
    }

    @Override
    public MelSequenceParameters parameters() {
        return frames.parameters();
    }

    @Override
    public int numbersVersion() {
        return NUMBERS_VERSION;
    }

    @Override
    public int sampleRateHz() {
        return frames.sampleRateHz();
    }

    /** As long as the centred frames need, of which the first and the last lie at the ends. */
    @Override
    public Segmentation segmentation() {
        int samples = (STEPS * FRAMES_A_STEP - 1) * parameters().hopLength();
        return new Segmentation(samples, 1, samples, 0);
    }

    /** Seconds from one step to the next. */
    double secondsPerStep() {
        return (double) FRAMES_A_STEP * parameters().hopLength() / sampleRateHz();
    }

    /** Steps and bands: time first, as the LSTM takes it. */
    @Override
    public int[] segmentShape() {
        return new int[] {STEPS, parameters().melBands()};
    }

    @Override
    public float[] transform(float[] samples) {
        try {
            return means(frames.transform(new Audio(samples, sampleRateHz())).values());
        } catch (UnusableAudioException e) {
            throw new IllegalArgumentException("segments must not be silent", e);
        }
    }

    private float[] means(float[] values) {
        int bands = parameters().melBands();
        var means = new float[STEPS * bands];
        for (int i = 0; i < means.length * FRAMES_A_STEP; i++) {
            int step = i / bands / FRAMES_A_STEP;
            means[step * bands + i % bands] += values[i] / FRAMES_A_STEP;
        }
        return means;
    }
}
