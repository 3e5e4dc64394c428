package io.timbre.signal.frontend;

/**
 * The strongest frequency in each of twelve bands, as Van Mieghem's thesis describes it: segments of 3 s at 44,100 Hz
 * become (12 bands, 29 frames), from 0 for the least power of the segment to 1 for the largest.
 *
 * <p>A frame is 200 ms under a Hann window, every 100 ms; its power spectrum is that of
 * {@code scipy.signal.spectrogram(x, 44100, "hann", 8820, 4410, scaling="spectrum")}. Each band keeps its largest bin.
 *
 * <p>The thesis has four bands each of low, middle and high frequencies, but not where one ends. Chosen here: 250 Hz and
 * 4 kHz, where sound engineers end the bass and begin the treble, and within each range bands of one width. It is open,
 * too, whether powers or their logarithms are scaled: powers, as his code does.
 *
 * <p>Not what his program computes, which is {@link GetecBands}. Not for comparing loudness: that is scaled away.
 *
 * @see "B. Van Mieghem, thesis on telling genres of music by neural networks"
 */
public final class Bands implements SegmentFrontEnd {
    private static final int NUMBERS_VERSION = 1;

    private final BandsParameters parameters;
    private final Periodogram periodogram;
    /** Where each band begins, and where the last one ends. */
    private final int[] firstBins;

    public Bands(BandsParameters parameters) {
        this.parameters = parameters;
        this.periodogram = Periodogram.hann(parameters.fftSize());
        this.firstBins = firstBins(parameters);
    }

    public static Bands standard() {
        return new Bands(BandsParameters.standard());
    }

    private static int[] firstBins(BandsParameters parameters) {
        int[] firstBins = new int[parameters.bands() + 1];
        for (int band = 0; band < parameters.bands(); band++) {
            firstBins[band] = (int) Math.ceil(parameters.fromHz(band) / parameters.binHz());
        }
        firstBins[parameters.bands()] = parameters.fftSize() / 2 + 1;
        return firstBins;
    }

    @Override
    public String name() {
        return "bands-" + parameters.bands() + "x" + parameters.frames();
    }

    @Override
    public BandsParameters parameters() {
        return parameters;
    }

    @Override
    public int numbersVersion() {
        return NUMBERS_VERSION;
    }

    @Override
    public int sampleRateHz() {
        return parameters.sampleRateHz();
    }

    @Override
    public Segmentation segmentation() {
        return parameters.segmentation();
    }

    @Override
    public int[] segmentShape() {
        return new int[] {parameters.bands(), parameters.frames()};
    }

    @Override
    public float[] transform(float[] samples) {
        Requirements.requireSegment(samples, this);
        int frames = parameters.frames();
        double[] values = new double[parameters.bands() * frames];
        for (int frame = 0; frame < frames; frame++) {
            double[] power = periodogram.of(samples, frame * parameters.hopLength());
            for (int band = 0; band < parameters.bands(); band++) {
                values[band * frames + frame] = largest(power, firstBins[band], firstBins[band + 1]);
            }
        }
        return UnitRange.scale(values);
    }

    private static double largest(double[] power, int from, int to) {
        double largest = 0;
        for (int bin = from; bin < to; bin++) {
            largest = Math.max(largest, power[bin]);
        }
        return largest;
    }
}
