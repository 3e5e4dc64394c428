package io.timbre.explain.counterfactual;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Where in frequency a change lies, on the whole.
 *
 * @param centresHz of the bands, ascending
 * @param change dB, an array of shape (bands, frames) a segment
 */
@SuppressWarnings("ArrayRecordComponent") // read and never compared
record Tilt(double[] centresHz, float[][] change) {

    private static final int PARTS = 8;

    private record Part(double fromHz, double toHz, double decibels) {

        String words() {
            return String.format(Locale.ROOT, "%.0f to %.0f Hz (%+.1f dB)", fromHz, toHz, decibels);
        }
    }

    /** Which eighth of the bands is made louder most, and which quieter. */
    String words() {
        var parts = parts();
        var byGain = Comparator.comparingDouble(Part::decibels);
        var loudest = parts.stream().max(byGain).orElseThrow();
        var quietest = parts.stream().min(byGain).orElseThrow();
        return "On the mean, loudest against before at " + loudest.words() + ", quietest at " + quietest.words() + ".";
    }

    private List<Part> parts() {
        int parts = Math.min(PARTS, centresHz.length);
        return IntStream.range(0, parts)
                .mapToObj(n -> part(n * centresHz.length / parts, (n + 1) * centresHz.length / parts))
                .toList();
    }

    private Part part(int from, int to) {
        double sum = 0;
        int cells = 0;
        for (var segment : change) {
            int frames = segment.length / centresHz.length;
            for (int cell = from * frames; cell < to * frames; cell++) {
                sum += segment[cell];
                cells++;
            }
        }
        return new Part(centresHz[from], centresHz[to - 1], sum / cells);
    }
}
