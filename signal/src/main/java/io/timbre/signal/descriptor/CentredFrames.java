package io.timbre.signal.descriptor;

/**
 * How the descriptors of samples cut a sound into frames: the middle of frame {@code t} is at sample
 * {@code t * hopLength}.
 *
 * @param frameLength samples, even and at least 2
 * @param hopLength samples, at least 1
 */
record CentredFrames(int frameLength, int hopLength) {
    CentredFrames {
        if (frameLength < 2 || frameLength % 2 != 0) {
            throw new IllegalArgumentException("frameLength must be even and >= 2: was " + frameLength);
        }
        if (hopLength < 1) {
            throw new IllegalArgumentException("hopLength must be > 0: was " + hopLength);
        }
    }

    /** Samples that the first and the last frame need on either side of the sound. */
    int margin() {
        return frameLength / 2;
    }

    int count(float[] samples) {
        return 1 + samples.length / hopLength;
    }
}
