package io.timbre.signal.frontend;

import io.timbre.signal.spectrum.MelParameters;
import io.timbre.signal.spectrum.MelScale;
import io.timbre.signal.spectrum.StftParameters;

/**
 * Everything that the numbers of {@link LogMel} depend on.
 *
 * @param sampleRateHz rate of the samples
 * @param fftSize samples a frame, a power of two
 * @param hopLength samples between frames
 * @param melBands filters between minHz and maxHz
 * @param floorPower what quieter powers are raised to before the logarithm
 * @param segmentHops hops a segment; it has one frame more
 * @param maxSegments at most so many segments a track
 * @param longTrackSeconds tracks at least this long lose their edges
 * @param edgeSeconds what is skipped at either end of those
 */
public record LogMelParameters(
        int sampleRateHz,
        int fftSize,
        int hopLength,
        int melBands,
        double minHz,
        double maxHz,
        double floorPower,
        int segmentHops,
        int maxSegments,
        int longTrackSeconds,
        int edgeSeconds) {

    public LogMelParameters {
        if (Integer.bitCount(fftSize) != 1 || fftSize < 2) {
            throw new IllegalArgumentException("fftSize must be a power of two: was " + fftSize);
        }
        mel(sampleRateHz, fftSize, melBands, minHz, maxHz);
        Requirements.requirePositive("hopLength", hopLength);
        Requirements.requirePositive("floorPower", floorPower);
        Requirements.requirePositive("segmentHops", segmentHops);
        Requirements.requireInt("segmentHops", (long) segmentHops * hopLength);
        Requirements.requireInt("longTrackSeconds", (long) longTrackSeconds * sampleRateHz);
        Requirements.requireInt("edgeSeconds", (long) edgeSeconds * sampleRateHz);
    }

    /** librosa's usual 128 bands at 22,050 Hz, in segments of 2 s (86 hops, 87 frames). */
    public static LogMelParameters standard() {
        return new LogMelParameters(22_050, 2048, 512, 128, 0, 11_025, 1e-10, 86, 16, 120, 30);
    }

    int segmentSamples() {
        return segmentHops * hopLength;
    }

    int frames() {
        return segmentHops + 1;
    }

    Segmentation segmentation() {
        return new Segmentation(
                segmentSamples(), maxSegments, longTrackSeconds * sampleRateHz, edgeSeconds * sampleRateHz);
    }

    StftParameters stft() {
        return StftParameters.centred(fftSize, hopLength);
    }

    MelParameters mel() {
        return mel(sampleRateHz, fftSize, melBands, minHz, maxHz);
    }

    private static MelParameters mel(int sampleRateHz, int fftSize, int melBands, double minHz, double maxHz) {
        return new MelParameters(sampleRateHz, fftSize, melBands, minHz, maxHz, MelScale.SLANEY, true);
    }
}
