package io.timbre.signal.frontend;

/**
 * Everything that the numbers of {@link GetecBands} depend on.
 *
 * @param sampleRateHz rate of the samples
 * @param fftSize samples a frame, even
 * @param hopLength samples between frames
 * @param binsPerBand neighbouring bins of which the mean is taken; the last band is filled up with zeros
 * @param segmentation which excerpts of a track, and how long they are
 */
public record GetecBandsParameters(
        int sampleRateHz, int fftSize, int hopLength, int binsPerBand, Segmentation segmentation) {

    public GetecBandsParameters {
        Requirements.requirePositive("sampleRateHz", sampleRateHz);
        Requirements.requirePositive("hopLength", hopLength);
        Requirements.requirePositive("binsPerBand", binsPerBand);
        Requirements.requireFrame(fftSize, segmentation);
    }

    /** Segments of 3 s. */
    public static GetecBandsParameters standard() {
        return ofSeconds(3);
    }

    /** Segments of 1 s become (11, 9), of 2 s (11, 19), of 3 s (11, 29). */
    public static GetecBandsParameters ofSeconds(double seconds) {
        int sampleRateHz = 44_100;
        int segmentSamples = (int) Math.round(seconds * sampleRateHz);
        return new GetecBandsParameters(
                sampleRateHz, 8820, 4410, 401, Segmentation.standard(segmentSamples, sampleRateHz));
    }

    int bands() {
        return Math.ceilDiv(fftSize / 2 + 1, binsPerBand);
    }

    int frames() {
        return 1 + (segmentation.segmentSamples() - fftSize) / hopLength;
    }
}
