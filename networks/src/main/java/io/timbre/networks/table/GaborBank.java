package io.timbre.networks.table;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * How strongly a spectrogram moves, at each of 32 rates and slopes, in each place: cross-correlation with complex Gabor
 * kernels of {@link #KERNEL}, which are not learnt, the mean of the sizes of their two phases. Once finely over the lowest
 * 40 bands, where voices and most instruments lie, and once over all bands averaged by four: {@code (1, H, W) -> (32, 40 + H
 * / 4, W - 20)}, the fine rows first, each with zeros beside the lowest and the highest band. No numbers.
 *
 * @see "T. Chi, P. Ru, S. Shamma, Multiresolution spectrotemporal analysis of complex sounds, JASA 2005"
 * @see "J. Andén, S. Mallat, Deep Scattering Spectrum, IEEE Trans. Signal Processing 2014"
 */
public record GaborBank() implements Layer {

    /** Bands and frames of a kernel. */
    public static final Size KERNEL = new Size(7, 21);

    /** Bands that are heard finely. */
    public static final int FINE_BANDS = 40;

    /** So many bands are averaged to one elsewhere. */
    public static final int COARSENESS = 4;

    private static final double[] RATES = {0, 0.04, 0.08, 0.14, 0.22, 0.32, 0.45}; // cycles a frame
    private static final double[] SLOPES = {-0.25, -0.1, 0, 0.1, 0.25}; // cycles a band
    private static final double[] PHASES = {0, Math.PI / 2};
    private static final double BAND_DEVIATION = 2;
    private static final double WIDEST_FRAME_DEVIATION = KERNEL.width() / 4.0;
    private static final float[] KERNELS = computed();

    /** Rates and slopes; of what does not move, only slopes upward, as those downward say the same. */
    public static final int MAPS = KERNELS.length / PHASES.length / (int) KERNEL.cells();

    @Override
    public Shape outputShape(Shape input) {
        Requirements.requirePicture(this, input);
        if (input.get(0) != 1 || input.get(1) < FINE_BANDS || input.get(1) % COARSENESS != 0) {
            throw new IllegalArgumentException(
                    this + " takes one channel of a multiple of 4 and at least 40 bands: was " + input);
        }
        return Requirements.requireSomeLeft(
                this,
                input,
                new Shape(MAPS, FINE_BANDS + input.get(1) / COARSENESS, input.get(2) - KERNEL.width() + 1));
    }

    /** The kernels, {@code (MAPS, phases, 7, 21)} row-major, each of mean 0 and length 1. */
    public static float[] kernels() {
        return KERNELS.clone();
    }

    /** One kernel a map, {@code (MAPS, 7, 21)}, row-major: the phase that is largest in the middle. */
    public static float[] evenKernels() {
        int cells = (int) KERNEL.cells();
        var even = new float[MAPS * cells];
        for (int map = 0; map < MAPS; map++) {
            System.arraycopy(KERNELS, map * PHASES.length * cells, even, map * cells, cells);
        }
        return even;
    }

    /** The shape of {@link #kernels} as a convolution takes them: both phases of a map are neighbours. */
    public static Shape kernelShape() {
        return new Shape((long) MAPS * PHASES.length, 1, KERNEL.height(), KERNEL.width());
    }

    private static float[] computed() {
        var kernels = new ArrayList<double[]>();
        for (double rate : RATES) {
            for (double slope : SLOPES) {
                if (rate > 0 || slope > 0) {
                    for (double phase : PHASES) {
                        kernels.add(kernel(rate, slope, phase));
                    }
                }
            }
        }
        return joined(kernels);
    }

    private static double[] kernel(double rate, double slope, double phase) {
        double frameDeviation = rate > 0 ? Math.min(WIDEST_FRAME_DEVIATION, 0.5 / rate) : WIDEST_FRAME_DEVIATION;
        var envelope = new double[(int) KERNEL.cells()];
        var kernel = new double[envelope.length];
        double sum = 0;
        double envelopeSum = 0;
        for (int i = 0; i < kernel.length; i++) {
            int band = i / KERNEL.width() - KERNEL.height() / 2;
            int frame = i % KERNEL.width() - KERNEL.width() / 2;
            envelope[i] = Math.exp(-Math.pow(frame / frameDeviation, 2) / 2 - Math.pow(band / BAND_DEVIATION, 2) / 2);
            kernel[i] = envelope[i] * Math.cos(2 * Math.PI * (rate * frame + slope * band) + phase);
            sum += kernel[i];
            envelopeSum += envelope[i];
        }
        double squares = 0;
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] -= envelope[i] * sum / envelopeSum;
            squares += kernel[i] * kernel[i];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= Math.sqrt(squares);
        }
        return kernel;
    }

    private static float[] joined(List<double[]> kernels) {
        var joined = new float[kernels.size() * (int) KERNEL.cells()];
        for (int i = 0; i < joined.length; i++) {
            joined[i] = (float) kernels.get(i / (int) KERNEL.cells())[i % (int) KERNEL.cells()];
        }
        return joined;
    }
}
