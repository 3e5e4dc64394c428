package io.timbre.signal.resample;

import io.timbre.signal.SampleSink;
import java.util.Arrays;

/**
 * A steep low-pass filter of linear phase, by which the rate is raised or lowered by a power of two on the way:
 * overlap-save blocks are transformed, weighted bin by bin, and transformed back at another length.
 *
 * <p>Delays nothing: the first sample out stands where the first sample in stood. Blocks lie where they lie, however
 * the samples arrive.
 *
 * @see "A. V. Oppenheim, R. W. Schafer, Discrete-Time Signal Processing, section 8.7.3"
 */
final class BandLimiter implements Stage {
    /** Blocks are this many filters long, so that little of each is spent on overlap. */
    private static final int FILTERS_PER_BLOCK = 8;

    private static final int MIN_BLOCK = 4096;

    private final SampleSink sink;
    private final RealFft forward;
    private final RealFft inverse;
    /** Amplitude of each bin, twice: it scales a real and an imaginary part. */
    private final float[] gains;

    private final float[] block;
    private final float[] spectrum;
    private final float[] output;
    /** Samples of a block, at either end, which the circular filter spoils. */
    private final int overlap;

    private int filled;

    /**
     * @param filter low-pass filter, in samples of the input
     * @param octaves the output's rate is the input's times 2 to this power
     */
    BandLimiter(Kaiser filter, int octaves, SampleSink sink) {
        this.sink = sink;
        int alignment = 1 << Math.max(0, -octaves);
        this.overlap = roundUp((int) Math.ceil(filter.halfLength()), alignment);
        int size = Math.max(MIN_BLOCK, Integer.highestOneBit(2 * overlap * FILTERS_PER_BLOCK - 1) << 1);
        int outputSize = octaves < 0 ? size >> -octaves : size << octaves;
        this.block = new float[size];
        this.output = new float[outputSize];
        this.spectrum = new float[outputSize + 2];
        this.filled = overlap;
        this.forward = RealFft.forward(size);
        try {
            this.gains = gains(filter, size);
            this.inverse = RealFft.inverse(outputSize);
        } catch (Throwable e) {
            forward.close();
            throw e;
        }
    }

    /** The filter's spectrum, which is real as the filter is symmetric about sample 0, scaled for the way back. */
    private float[] gains(Kaiser filter, int size) {
        float[] circular = new float[size];
        for (int n = 0; n <= overlap; n++) {
            float tap = (float) filter.at(n);
            circular[n] = tap;
            circular[(size - n) % size] = tap;
        }
        float[] response = new float[Math.min(size + 2, spectrum.length)];
        forward.transform(circular, response);
        float scale = 1f / size;
        for (int bin = 0; bin < response.length; bin += 2) {
            float gain = response[bin] * scale;
            response[bin] = gain;
            response[bin + 1] = gain;
        }
        return response;
    }

    @Override
    public void accept(float[] samples, int start, int count) {
        int end = start + count;
        for (int at = start; at < end; ) {
            int taken = Math.min(end - at, block.length - filled);
            System.arraycopy(samples, at, block, filled, taken);
            at += taken;
            filled += taken;
            if (filled == block.length) {
                filter();
            }
        }
    }

    private void filter() {
        forward.transform(block, spectrum);
        for (int i = 0; i < gains.length; i++) {
            spectrum[i] *= gains[i];
        }
        Arrays.fill(spectrum, gains.length, spectrum.length, 0);
        inverse.transform(spectrum, output);
        int spoilt = (int) ((long) overlap * output.length / block.length);
        sink.accept(output, spoilt, output.length - 2 * spoilt);
        filled = 2 * overlap;
        System.arraycopy(block, block.length - filled, block, 0, filled);
    }

    private static int roundUp(int count, int multiple) {
        return (count + multiple - 1) / multiple * multiple;
    }

    @Override
    public void close() {
        forward.close();
        inverse.close();
    }
}
