package io.timbre.signal.frontend;

/**
 * Where in a track its segments lie: evenly spread, never overlapping, each in the middle of its share, and in long
 * tracks away from intro and fade-out.
 *
 * @param segmentSamples length of a segment
 * @param maxSegments at most so many a track
 * @param longTrackSamples tracks at least this long lose their edges
 * @param edgeSamples what is skipped at either end of those
 * @see "B. Van Mieghem, on skipping the first and last 30 s of a song"
 */
public record Segmentation(int segmentSamples, int maxSegments, int longTrackSamples, int edgeSamples) {
    public Segmentation {
        Requirements.requirePositive("segmentSamples", segmentSamples);
        Requirements.requirePositive("maxSegments", maxSegments);
        if (2L * maxSegments * segmentSamples > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "maxSegments times segmentSamples must be < 2^30: were " + maxSegments + " and " + segmentSamples);
        }
        if (edgeSamples < 0 || longTrackSamples < 2L * edgeSamples + segmentSamples) {
            throw new IllegalArgumentException("longTrackSamples must hold two edges of " + edgeSamples
                    + " and a segment of " + segmentSamples + ": was " + longTrackSamples);
        }
    }

    /** At most 16 segments, without the first and last 30 s of tracks of at least 120 s. */
    static Segmentation standard(int segmentSamples, int sampleRateHz) {
        return new Segmentation(segmentSamples, 16, 120 * sampleRateHz, 30 * sampleRateHz);
    }

    /** First samples of the segments of a track of that many samples; none if it is shorter than one segment. */
    public int[] starts(int trackSamples) {
        int edge = trackSamples >= longTrackSamples ? edgeSamples : 0;
        int usable = trackSamples - 2 * edge;
        int[] starts = new int[Math.min(maxSegments, usable / segmentSamples)];
        for (int i = 0; i < starts.length; i++) {
            double middle = (i + 0.5) * usable / starts.length;
            starts[i] = edge + (int) (middle - segmentSamples / 2.0);
        }
        return starts;
    }
}
