package io.timbre.signal.frontend;

import io.timbre.signal.spectrum.Spectrogram;
import java.util.stream.IntStream;

/**
 * A few seconds as {@link LinearSpectrogram} would draw them, their shades undone: the level in dB over linear frequency,
 * (128 bands, 62 columns) of 7.5 s at 22,050 Hz. Unlike in a picture <em>the first row is the lowest</em>.
 *
 * <p>A network that is trained on columns of the pictures of whole tracks, as {@link #levels} reads them, may be fed with
 * these: but for a factor and an offset, which a picture does not tell, they are the same. Each cell is the mean of what
 * the pixels show that lie in it, which is less than there is: of six frames one is seen.
 *
 * <p>The samples are rounded as files of 16 bits would hold them at the largest level, so that a gain adds the same to all
 * cells and does nothing else, and what is louder than full scale is no louder than it. 0 dB is the power of a sine of
 * amplitude sqrt(2). A track of at least 2 s that is shorter than a segment is repeated from its start to fill one.
 */
public final class LinearLevels implements AudibleFrontEnd {
    private static final int NUMBERS_VERSION = 1;

    private final LinearLevelsParameters parameters;
    private final Periodogram periodogram;
    private final PictureRows rows;
    private final Amplifier amplifier;

    public LinearLevels(LinearLevelsParameters parameters) {
        var picture = parameters.picture();
        this.parameters = parameters;
        this.periodogram = Periodogram.tukey(picture.fftSize(), picture.taperedShare());
        this.rows = new PictureRows(picture);
        this.amplifier = new Amplifier(parameters.stft());
    }

    public static LinearLevels standard() {
        return new LinearLevels(LinearLevelsParameters.standard());
    }

    /**
     * The levels that a picture shows, from 0 for the quietest to 1 for the loudest of its track: a picture does not tell
     * how many dB lie between.
     *
     * @param shades 0 to 255, row by row from the highest frequency
     * @param bands rows
     * @return row by row from the lowest frequency
     */
    public static float[] levels(float[] shades, int bands) {
        int frames = shades.length / bands;
        float[] levels = new float[shades.length];
        for (int band = 0; band < bands; band++) {
            for (int frame = 0; frame < frames; frame++) {
                levels[band * frames + frame] = (float) Shades.position(shades[(bands - 1 - band) * frames + frame]);
            }
        }
        return levels;
    }

    @Override
    public String name() {
        return "linear-" + bands() + "x" + frames();
    }

    @Override
    public LinearLevelsParameters parameters() {
        return parameters;
    }

    @Override
    public int numbersVersion() {
        return NUMBERS_VERSION;
    }

    @Override
    public int sampleRateHz() {
        return parameters.picture().sampleRateHz();
    }

    @Override
    public Segmentation segmentation() {
        return parameters.segmentation();
    }

    @Override
    public int leastSamples() {
        return parameters.leastSamples();
    }

    @Override
    public int[] segmentShape() {
        return new int[] {bands(), frames()};
    }

    @Override
    public float[] transform(float[] samples) {
        Requirements.requireSegment(samples, this);
        var scaled = SixteenBits.loudest(samples);
        var drawing = Drawing.of(scaled.samples(), periodogram, parameters.picture());
        double floorDb = drawing.scale().quietestDb() - 20 * Math.log10(scaled.gain());
        double rangeDb = drawing.scale().rangeDb();
        float[] levels = levels(drawing.shades(), bands());
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (float) (floorDb + levels[i] * rangeDb);
        }
        return levels;
    }

    @Override
    public double[] bandCentresHz() {
        double binHz = (double) sampleRateHz() / parameters.picture().fftSize();
        double[] binsHz = IntStream.range(0, rows.drawnBins())
                .mapToDouble(bin -> bin * binHz)
                .toArray();
        return IntStream.range(0, bands())
                .mapToDouble(band -> rows.mean(band, binsHz))
                .toArray();
    }

    @Override
    public double secondsPerFrame() {
        return segmentSeconds() / frames();
    }

    @Override
    public boolean isLogarithmic() {
        return true;
    }

    @Override
    public float[] amplified(float[] samples, float[] gains) {
        Requirements.requireSegment(samples, this);
        return amplifier.amplified(samples, spread(new Spectrogram(gains, bands(), frames())));
    }

    /** From the picture's cells to those of an ordinary transform: nearest in time, between two bands in frequency. */
    private Spectrogram spread(Spectrogram gains) {
        var stft = parameters.stft();
        int stftFrames = stft.frames(segmentSamples());
        float[] spread = new float[stft.bins() * stftFrames];
        double[] centresHz = bandCentresHz();
        for (int bin = 0, band = 0; bin < stft.bins(); bin++) {
            double hz = (double) bin * sampleRateHz() / stft.fftSize();
            while (band < centresHz.length - 2 && centresHz[band + 1] < hz) {
                band++;
            }
            double above = Math.clamp((hz - centresHz[band]) / (centresHz[band + 1] - centresHz[band]), 0, 1);
            for (int t = 0; t < stftFrames; t++) {
                int frame = frameAt(t * stft.hopLength());
                spread[bin * stftFrames + t] =
                        (float) ((1 - above) * gains.at(band, frame) + above * gains.at(band + 1, frame));
            }
        }
        return new Spectrogram(spread, stft.bins(), stftFrames);
    }

    private int frameAt(int sample) {
        return (int) Math.min(frames() - 1L, (long) sample * frames() / segmentSamples());
    }

    private int bands() {
        return parameters.picture().bands();
    }

    private int frames() {
        return parameters.picture().frames();
    }
}
