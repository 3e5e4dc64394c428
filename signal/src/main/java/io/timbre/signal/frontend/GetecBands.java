package io.timbre.signal.frontend;

/**
 * Mean power in eleven bands of one width, as Van Mieghem's program, getec, computes it: segments of 3 s at 44,100 Hz
 * become (11 bands, 29 frames), from 0 for the least of the segment to 1 for the largest.
 *
 * <p>Agrees with his steps on samples of 16 bits: {@code scipy.signal.spectrogram(x, 44100, "hann", 8820, 4410,
 * scaling="spectrum")}, its powers cast to 16 bits, the mean of every 401 bins, least to largest. The cast makes
 * strong sounds <em>wrap round</em>: a power of 32,768, which a sine has at 1/128 of full scale, becomes -32,768, and one
 * of 65,536 becomes 0, so the numbers say little about loud music. They are here to repeat his results, not for new work:
 * that is what {@link Bands} is for, which follows his thesis.
 *
 * <p>Three things differ from his program. It listens to the first channel, here it is the mean of all. It picks twenty
 * segments a song at random, here they are {@link Segmentation evenly spread}. It drops segments in which nothing
 * differs, here they are zeros.
 *
 * @see "B. Van Mieghem, thesis on telling genres of music by neural networks"
 */
public final class GetecBands implements SegmentFrontEnd {
    private static final int NUMBERS_VERSION = 1;

    private final GetecBandsParameters parameters;
    private final Periodogram periodogram;

    public GetecBands(GetecBandsParameters parameters) {
        this.parameters = parameters;
        this.periodogram = Periodogram.hann(parameters.fftSize());
    }

    public static GetecBands standard() {
        return new GetecBands(GetecBandsParameters.standard());
    }

    @Override
    public String name() {
        return "bands-" + parameters.bands() + "x" + parameters.frames() + "-getec";
    }

    @Override
    public GetecBandsParameters parameters() {
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
        float[] sixteenBits = SixteenBits.of(samples);
        int frames = parameters.frames();
        double[] values = new double[parameters.bands() * frames];
        for (int frame = 0; frame < frames; frame++) {
            double[] power = periodogram.of(sixteenBits, frame * parameters.hopLength());
            for (int band = 0; band < parameters.bands(); band++) {
                values[band * frames + frame] = wrappedMean(power, band * parameters.binsPerBand());
            }
        }
        return UnitRange.scale(values);
    }

    /** Bins beyond the last count as zeros. */
    private double wrappedMean(double[] power, int first) {
        int after = Math.min(power.length, first + parameters.binsPerBand());
        long sum = 0;
        for (int bin = first; bin < after; bin++) {
            // Powers stay below 2^31, since samples do below 2^15; so this wraps as a cast of numpy's does.
            sum += (short) (int) power[bin];
        }
        return (double) sum / parameters.binsPerBand();
    }
}
