package io.timbre.signal.frontend;

/**
 * Everything that the numbers of {@link Descriptors} depend on.
 *
 * @param sampleRateHz rate of the samples
 * @param fftSize samples a frame, even
 * @param hopLength samples between frames
 * @param melBands filters beneath the cepstral coefficients and the onsets
 * @param rollOffShare share of a frame's magnitudes below the roll-off frequency
 * @param maxSeconds of longer tracks, so much of the middle is described
 */
public record DescriptorsParameters(
        int sampleRateHz, int fftSize, int hopLength, int melBands, float rollOffShare, int maxSeconds) {
    public DescriptorsParameters {
        Requirements.requirePositive("sampleRateHz", sampleRateHz);
        Requirements.requirePositive("fftSize", fftSize);
        Requirements.requirePositive("hopLength", hopLength);
        Requirements.requirePositive("melBands", melBands);
        Requirements.requirePositive("maxSeconds", maxSeconds);
        Requirements.requireInt("maxSeconds", (long) maxSeconds * sampleRateHz);
        if (!(rollOffShare > 0 && rollOffShare < 1)) {
            throw new IllegalArgumentException("rollOffShare must lie between 0 and 1: was " + rollOffShare);
        }
    }

    /** Those of the GTZAN table, which are librosa's usual ones; its longest recording has 30.65 s. */
    public static DescriptorsParameters standard() {
        return new DescriptorsParameters(22_050, 2048, 512, 128, 0.85f, 31);
    }

    int maxSamples() {
        return maxSeconds * sampleRateHz;
    }
}
