package io.timbre.explain.saliency;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Bands by the octave of their middle frequency.
 *
 * @param namesOfOctaves from the lowest, which holds all below 125 Hz, to that of the highest band
 * @param octaveOfBand a number an input band
 */
@SuppressWarnings("ArrayRecordComponent") // read and never compared
record Octaves(List<String> namesOfOctaves, int[] octaveOfBand) {

    private static final double LOWEST_HZ = 125;

    /** @param highestHz where the last octave ends, if not before */
    static Octaves of(double[] centresHz, double highestHz) {
        var octaves = new int[centresHz.length];
        for (int band = 0; band < octaves.length; band++) {
            octaves[band] = centresHz[band] < LOWEST_HZ
                    ? 0
                    : 1 + (int) Math.floor(Math.log(centresHz[band] / LOWEST_HZ) / Math.log(2));
        }
        var names = new ArrayList<String>();
        double from = 0;
        double to = LOWEST_HZ;
        for (int octave = 0; octave <= octaves[octaves.length - 1]; octave++) {
            names.add(String.format(Locale.ROOT, "%.0f Hz to %.0f Hz", from, Math.min(to, highestHz)));
            from = to;
            to = 2 * to;
        }
        return new Octaves(names, octaves);
    }

    int count() {
        return namesOfOctaves.size();
    }
}
