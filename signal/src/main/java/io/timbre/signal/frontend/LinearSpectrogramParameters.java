package io.timbre.signal.frontend;

/**
 * Everything that the numbers of {@link LinearSpectrogram} depend on.
 *
 * @param sampleRateHz rate of the samples
 * @param fftSize samples a frame, even
 * @param hopLength samples between frames
 * @param taperedShare how much of a frame lies under the slopes of its window
 * @param silentPower cells of no more power than this are as dark as the quietest, and do not count as it
 * @param bands rows of the picture
 * @param frames columns of the picture
 */
public record LinearSpectrogramParameters(
        int sampleRateHz, int fftSize, int hopLength, double taperedShare, double silentPower, int bands, int frames) {

    public LinearSpectrogramParameters {
        Requirements.requirePositive("sampleRateHz", sampleRateHz);
        Requirements.requirePositive("hopLength", hopLength);
        Requirements.requirePositive("silentPower", silentPower);
        Requirements.requirePositive("frames", frames);
        Requirements.requirePositive("bands", bands);
    }

    /** As the pictures were made: scipy's defaults for a spectrogram. */
    public static LinearSpectrogramParameters standard() {
        return new LinearSpectrogramParameters(22_050, 256, 224, 0.25, 1e-11, 128, 248);
    }

    LinearSpectrogramParameters withFrames(int newFrames) {
        return new LinearSpectrogramParameters(
                sampleRateHz, fftSize, hopLength, taperedShare, silentPower, bands, newFrames);
    }
}
