package io.timbre.signal.frontend;

/**
 * Everything that the numbers of {@link Bands} depend on.
 *
 * @param sampleRateHz rate of the samples
 * @param fftSize samples a frame, even
 * @param hopLength samples between frames
 * @param midFromHz where the low frequencies end
 * @param highFromHz where the high frequencies begin
 * @param bandsPerRange equally wide bands in each of the three ranges
 * @param segmentation which excerpts of a track, and how long they are
 */
public record BandsParameters(
        int sampleRateHz,
        int fftSize,
        int hopLength,
        double midFromHz,
        double highFromHz,
        int bandsPerRange,
        Segmentation segmentation) {

    public BandsParameters {
        Requirements.requirePositive("sampleRateHz", sampleRateHz);
        Requirements.requirePositive("hopLength", hopLength);
        Requirements.requirePositive("bandsPerRange", bandsPerRange);
        double binHz = (double) sampleRateHz / fftSize;
        double narrowest = Math.min(midFromHz, Math.min(highFromHz - midFromHz, sampleRateHz / 2.0 - highFromHz));
        if (!(narrowest >= bandsPerRange * binHz)) {
            throw new IllegalArgumentException("midFromHz and highFromHz must leave each band " + binHz + " Hz: were "
                    + midFromHz + " and " + highFromHz);
        }
        Requirements.requireFrame(fftSize, segmentation);
    }

    /** Segments of 3 s. */
    public static BandsParameters standard() {
        return ofSeconds(3);
    }

    /** Segments of 1 s become (12, 9), of 2 s (12, 19), of 3 s (12, 29). */
    public static BandsParameters ofSeconds(double seconds) {
        int sampleRateHz = 44_100;
        int segmentSamples = (int) Math.round(seconds * sampleRateHz);
        return new BandsParameters(
                sampleRateHz, 8820, 4410, 250, 4000, 4, Segmentation.standard(segmentSamples, sampleRateHz));
    }

    int bands() {
        return 3 * bandsPerRange;
    }

    int frames() {
        return 1 + (segmentation.segmentSamples() - fftSize) / hopLength;
    }

    double binHz() {
        return (double) sampleRateHz / fftSize;
    }

    /** Where a band begins; where the last one ends if there is no such band. */
    double fromHz(int band) {
        double[] rangesHz = {0, midFromHz, highFromHz, sampleRateHz / 2.0};
        int range = Math.min(band / bandsPerRange, 2);
        double share = (double) (band - range * bandsPerRange) / bandsPerRange;
        return rangesHz[range] + share * (rangesHz[range + 1] - rangesHz[range]);
    }
}
