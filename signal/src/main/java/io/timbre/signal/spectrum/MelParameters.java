package io.timbre.signal.spectrum;

/**
 * Which filters stand in a {@link MelBank}.
 *
 * @param sampleRateHz rate of the samples
 * @param fftSize samples a frame
 * @param bands filters between minHz and maxHz
 * @param maxHz at most half the sample rate
 * @param unitArea whether each filter has an area of 1 Hz ({@code norm="slaney"}) rather than a height of 1
 *     ({@code norm=None})
 */
public record MelParameters(
        int sampleRateHz, int fftSize, int bands, double minHz, double maxHz, MelScale scale, boolean unitArea) {
    public MelParameters {
        if (sampleRateHz < 1 || fftSize < 2 || bands < 1) {
            throw new IllegalArgumentException("sampleRateHz, fftSize and bands must be > 0 (fftSize > 1): were "
                    + sampleRateHz + ", " + fftSize + " and " + bands);
        }
        if (!(minHz >= 0 && maxHz > minHz && maxHz <= sampleRateHz / 2.0)) {
            throw new IllegalArgumentException("minHz and maxHz must rise from 0 to at most half of " + sampleRateHz
                    + ": were " + minHz + " and " + maxHz);
        }
    }

    /** librosa's defaults: Slaney's scale from 0 Hz to half the sample rate, unit area. */
    public static MelParameters standard(int sampleRateHz, int fftSize, int bands) {
        return new MelParameters(sampleRateHz, fftSize, bands, 0, sampleRateHz / 2.0, MelScale.SLANEY, true);
    }
}
