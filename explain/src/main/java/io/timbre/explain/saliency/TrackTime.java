package io.timbre.explain.saliency;

import io.timbre.explain.subject.Recording;
import java.util.Arrays;
import java.util.List;

/** Where the cells of a recording's segments lie in the track. */
record TrackTime(Recording recording) {

    /** Of the sums over time: a track has a few hundred at most. */
    private static final double LEAST_BIN_SECONDS = 0.5;

    private static final int MOST_BINS = 240;

    double seconds() {
        return (double) recording.audio().samples().length / recording.audio().sampleRateHz();
    }

    int frames() {
        return (int) Math.ceil(seconds() / recording.frontEnd().secondsPerFrame());
    }

    int bands() {
        return recording.frontEnd().segmentShape()[0];
    }

    int segmentFrames() {
        return recording.frontEnd().segmentShape()[1];
    }

    /** The whole track as bands x frames, with a value of its own where nothing was heard. */
    float[] whole(List<float[]> segments, float unheard) {
        var whole = new float[bands() * frames()];
        Arrays.fill(whole, unheard);
        for (int segment = 0; segment < segments.size(); segment++) {
            int first = (int)
                    Math.round(startSeconds(segment) / recording.frontEnd().secondsPerFrame());
            int length = Math.min(segmentFrames(), frames() - first);
            for (int band = 0; band < bands(); band++) {
                System.arraycopy(segments.get(segment), band * segmentFrames(), whole, band * frames() + first, length);
            }
        }
        return whole;
    }

    double binSeconds() {
        return Math.max(LEAST_BIN_SECONDS, seconds() / MOST_BINS);
    }

    /** The sums of a map over all bands and short spans of time, from the start of the track. */
    double[] overTime(Finding finding) {
        var sums = new double[(int) Math.ceil(seconds() / binSeconds())];
        for (int segment = 0; segment < finding.maps().length; segment++) {
            for (int cell = 0; cell < finding.maps()[segment].length; cell++) {
                double seconds = startSeconds(segment)
                        + cell % segmentFrames() * recording.frontEnd().secondsPerFrame();
                int bin = Math.min(sums.length - 1, (int) (seconds / binSeconds()));
                sums[bin] += finding.counted(segment, cell);
            }
        }
        return sums;
    }

    double startSeconds(int segment) {
        return recording.segments().get(segment).startSeconds();
    }

    double endSeconds(int segment) {
        return startSeconds(segment) + recording.frontEnd().segmentSeconds();
    }
}
