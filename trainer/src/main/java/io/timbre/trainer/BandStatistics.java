package io.timbre.trainer;

import java.util.List;

/**
 * Mean and deviation of each band over all frames of some segments.
 *
 * @param means one a band, dB
 * @param deviations one a band, dB, > 0
 */
@SuppressWarnings("ArrayRecordComponent") // statistics are handed on and never compared
record BandStatistics(float[] means, float[] deviations) {

    /** A band that never moves would otherwise be divided by nothing. */
    private static final double LEAST_DEVIATION_DB = 1e-3;

    /**
     * Measures segments of {@code (bands, frames)}.
     *
     * @param segments at least one, row-major
     */
    static BandStatistics of(List<float[]> segments, int bands, int frames) {
        var means = new float[bands];
        var deviations = new float[bands];
        long count = (long) segments.size() * frames;
        for (int band = 0; band < bands; band++) {
            double sum = 0;
            double squares = 0;
            for (var segment : segments) {
                for (int i = band * frames; i < (band + 1) * frames; i++) {
                    sum += segment[i];
                    squares += (double) segment[i] * segment[i];
                }
            }
            double mean = sum / count;
            means[band] = (float) mean;
            deviations[band] =
                    (float) Math.max(LEAST_DEVIATION_DB, Math.sqrt(Math.max(0, squares / count - mean * mean)));
        }
        return new BandStatistics(means, deviations);
    }
}
