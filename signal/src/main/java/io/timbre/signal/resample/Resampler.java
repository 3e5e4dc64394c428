package io.timbre.signal.resample;

import io.timbre.signal.SampleSink;

/**
 * One channel of sound from one sample rate to another, in blocks of any size: what comes out does not depend on where
 * they begin and end.
 *
 * <p>{@snippet :
 * try (var resampler = new Resampler(44_100, 22_050, sink)) {
 *     resampler.accept(samples, 0, samples.length);
 *     resampler.finish();
 * }
 * }
 *
 * <p>The response is that of soxr's quality HQ: flat to 0.91 of the lower Nyquist frequency, -6 dB at 0.957, below -120
 * dB from 1.0 on, linear phase, no delay. A ratio of a power of two is one {@link BandLimiter}, as in soxr; for any
 * other it leaves the rate so high that a short {@link Interpolator} can follow. From {@code n} samples come
 * {@code ceil(n * toHz / fromHz)}, as from {@code librosa.resample}; outside the sound there is silence. Between equal
 * rates the samples pass as they are.
 *
 * @see "soxr, the SoX Resampler library, by R. Sykes"
 */
public final class Resampler implements AutoCloseable {
    /** Lowest rate from and to which is resampled. */
    public static final int MIN_RATE_HZ = 1_000;
    /** Highest rate from and to which is resampled. */
    public static final int MAX_RATE_HZ = 768_000;

    /** soxr HQ's filter at the lower of the two rates, fitted to its impulse response from 2 to 1. */
    static final Kaiser SOXR_HQ = new Kaiser(0.95687, 13.04, 97.25);
    /** The interpolator wants a sound that fills at most half of its band. */
    private static final int OVERSAMPLING = 2;

    private static final float[] SILENCE = new float[1 << 12];

    private final int fromHz;
    private final int toHz;
    private final SampleSink sink;
    private final Stage entrance;
    private long taken;
    private long produced;
    private long wanted = Long.MAX_VALUE;
    private boolean finished;

    /**
     * @param sink receives the samples
     * @throws IllegalArgumentException if a rate is not one that sound has, 1 to 768 kHz
     */
    public Resampler(int fromHz, int toHz, SampleSink sink) {
        requireRate("fromHz", fromHz);
        requireRate("toHz", toHz);
        this.fromHz = fromHz;
        this.toHz = toHz;
        this.sink = sink;
        this.entrance = entrance();
    }

    /** @throws IllegalArgumentException if that is not a rate that sound has; it calls the rate by the name */
    public static void requireRate(String name, int rateHz) {
        if (rateHz < MIN_RATE_HZ || rateHz > MAX_RATE_HZ) {
            throw new IllegalArgumentException(
                    name + " must be " + MIN_RATE_HZ + " to " + MAX_RATE_HZ + ": was " + rateHz);
        }
    }

    private Stage entrance() {
        if (fromHz == toHz) {
            return this::give;
        }
        int lowerHz = Math.min(fromHz, toHz);
        Kaiser filter = SOXR_HQ.stretched((double) fromHz / lowerHz);
        int octaves = octavesTo(toHz);
        if (Math.scalb((double) fromHz, octaves) == toHz) {
            return new BandLimiter(filter, octaves, this::give);
        }
        octaves = octavesTo(OVERSAMPLING * lowerHz);
        return new BandLimiter(filter, octaves, interpolator(octaves));
    }

    /** From fromHz * 2^octaves to toHz. */
    private Interpolator interpolator(int octaves) {
        long step = (long) fromHz << Math.max(0, octaves);
        long unit = (long) toHz << Math.max(0, -octaves);
        long common = greatestCommonDivisor(step, unit);
        return new Interpolator(step / common, unit / common, this::give);
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    /** The fewest octaves by which fromHz reaches a rate; negative where it is too high. */
    private int octavesTo(int rateHz) {
        int octaves = Math.getExponent((double) rateHz / fromHz);
        return Math.scalb((double) fromHz, octaves) < rateHz ? octaves + 1 : octaves;
    }

    /**
     * Takes the next samples. What cannot be resampled until later ones are known is kept.
     *
     * @throws IllegalStateException after {@link #finish} or {@link #close}
     */
    public void accept(float[] samples, int start, int count) {
        if (finished) {
            throw new IllegalStateException("the resampler is finished");
        }
        taken += count;
        entrance.accept(samples, start, count);
    }

    /** Gives what was kept, as if silence followed; the end. Once is enough, and twice does no harm. */
    public void finish() {
        finished = true;
        wanted = Math.ceilDiv(taken * toHz, fromHz);
        while (produced < wanted) {
            entrance.accept(SILENCE, 0, SILENCE.length);
        }
    }

    private void give(float[] samples, int start, int count) {
        int given = (int) Math.min(count, wanted - produced);
        produced += given;
        sink.accept(samples, start, given);
    }

    /** Gives native memory back. Once is enough, and twice does no harm. */
    @Override
    public void close() {
        finished = true;
        entrance.close();
    }
}
