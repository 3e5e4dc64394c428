package io.timbre.signal.frontend;

import io.timbre.signal.Audio;
import io.timbre.signal.frontend.UnusableAudioException.Fault;

/**
 * A picture of the whole track, however long: power over linear frequency, on a logarithmic scale from the quietest cell
 * to the loudest of the track, in shades from 1 to 231. (128 rows, 248 columns), and as in a picture <em>the first row is
 * the highest</em>, 11,025 Hz at 22,050 Hz.
 *
 * <p>Reproduces the pictures of GTZAN's tracks that are passed around as 248 x 128 grey PNGs, so that a network trained on
 * those may be fed with sound. How they were made is not written down; this is what was found by fitting, and it gives
 * their shades to 1.4 of 255 (root mean square; correlation 0.999):
 *
 * <ol>
 *   <li>samples of 16 bits: the noise of their rounding shows where a codec left nothing;
 *   <li>{@code scipy.signal.spectrogram} with its defaults: 256 samples under Tukey's window (0.25), every 224;
 *   <li>drawn with {@code matplotlib.pyplot.pcolormesh} of its logarithm, which leaves out the last bin and the last
 *       frame, into the axes of a default figure, 496 x 369.6 pixels. That is too few columns, so most frames are left
 *       out: {@link PictureGrid};
 *   <li>in the colours of viridis, of which the green channel is left: {@link Shades};
 *   <li>made smaller by averaging.
 * </ol>
 *
 * <p>matplotlib leaves cells without any power white. Here they are as dark as the quietest.
 */
public final class LinearSpectrogram implements TrackFrontEnd {
    private static final int NUMBERS_VERSION = 1;

    private final LinearSpectrogramParameters parameters;
    private final Periodogram periodogram;

    public LinearSpectrogram(LinearSpectrogramParameters parameters) {
        this.parameters = parameters;
        this.periodogram = Periodogram.tukey(parameters.fftSize(), parameters.taperedShare());
    }

    public static LinearSpectrogram standard() {
        return new LinearSpectrogram(LinearSpectrogramParameters.standard());
    }

    @Override
    public String name() {
        return "linear-" + parameters.bands() + "x" + parameters.frames();
    }

    @Override
    public LinearSpectrogramParameters parameters() {
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
    public Features transform(Audio audio) throws UnusableAudioException {
        Requirements.requireRate(audio, sampleRateHz());
        Requirements.requireAudible(audio);
        requireTwoFrames(audio);
        float[] samples = SixteenBits.of(audio.samples());
        return new Features(
                Drawing.of(samples, periodogram, parameters).shades(), parameters.bands(), parameters.frames());
    }

    private void requireTwoFrames(Audio audio) throws UnusableAudioException {
        int least = parameters.fftSize() + parameters.hopLength();
        if (audio.samples().length < least) {
            throw new UnusableAudioException(
                    Fault.TOO_SHORT, audio.samples().length + " samples, but two frames take " + least);
        }
    }
}
