package io.timbre.signal.frontend;

import io.timbre.signal.spectrum.StftParameters;

/**
 * Everything that the numbers of {@link LinearLevels} depend on.
 *
 * @param picture how a segment is drawn
 * @param segmentation which excerpts of a track, and how long they are
 * @param leastSamples a track that is shorter than a segment, but not than this, is repeated to fill one
 */
public record LinearLevelsParameters(LinearSpectrogramParameters picture, Segmentation segmentation, int leastSamples) {
    /** What the pictures of GTZAN's tracks show. */
    private static final int PICTURE_SECONDS = 30;

    private static final int LEAST_SECONDS = 2;

    public LinearLevelsParameters {
        Requirements.requirePositive("leastSamples", leastSamples);
        int most = segmentation.segmentSamples();
        if (most < picture.fftSize() + picture.hopLength() || leastSamples > most) {
            throw new IllegalArgumentException("a segment must hold two frames and leastSamples: has " + most);
        }
    }

    /** A quarter of a picture of 30 s: 62 columns, 7.5 s. */
    public static LinearLevelsParameters standard() {
        return ofFrames(62);
    }

    /** So many columns of the 248 that the picture of a track of 30 s has; at least 17, so that they last 2 s. */
    public static LinearLevelsParameters ofFrames(int frames) {
        var whole = LinearSpectrogramParameters.standard();
        int rateHz = whole.sampleRateHz();
        int segmentSamples = (int) Math.round((double) frames * PICTURE_SECONDS * rateHz / whole.frames());
        return new LinearLevelsParameters(
                whole.withFrames(frames), Segmentation.standard(segmentSamples, rateHz), LEAST_SECONDS * rateHz);
    }

    /** For sound to be changed: fine enough in time for a column, and in frequency for a band. */
    StftParameters stft() {
        return StftParameters.centred(2 * picture.fftSize(), picture.fftSize() / 2);
    }
}
