package io.timbre.signal.frontend;

import io.timbre.signal.spectrum.StftParameters;

/**
 * Everything that the numbers of {@link StftMagnitude} depend on.
 *
 * @param sampleRateHz rate of the samples
 * @param fftSize samples a frame, even
 * @param hopLength samples between frames
 * @param segmentation which excerpts of a track, and how long they are
 */
public record StftMagnitudeParameters(int sampleRateHz, int fftSize, int hopLength, Segmentation segmentation) {
    public StftMagnitudeParameters {
        Requirements.requirePositive("sampleRateHz", sampleRateHz);
        Requirements.requirePositive("hopLength", hopLength);
        Requirements.requireFrame(fftSize, segmentation);
    }

    /** Segments of 4 s at 11,025 Hz: 1 + 44,100 / 256 = 173 frames. */
    public static StftMagnitudeParameters standard() {
        return ofSeconds(4);
    }

    /** As {@link #standard}, with segments of another length: 1 + seconds 11,025 / 256 frames. */
    public static StftMagnitudeParameters ofSeconds(int seconds) {
        return new StftMagnitudeParameters(11_025, 512, 256, Segmentation.standard(seconds * 11_025, 11_025));
    }

    StftParameters stft() {
        return StftParameters.centred(fftSize, hopLength);
    }
}
