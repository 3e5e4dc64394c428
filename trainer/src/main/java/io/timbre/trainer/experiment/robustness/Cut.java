package io.timbre.trainer.experiment.robustness;

import java.util.ArrayList;
import java.util.List;

/** What is left of a track, as segments of its picture: the recordings of test tracks are too short to be cut. */
enum Cut {
    WHOLE("as it was", 0, 248),
    LATER("begun 3.75 s later, half a segment", 31, 248),
    SHORT("three seconds from the middle, repeated", 112, 137);

    private static final int FRAMES = 62;

    private final String words;
    private final int from;
    private final int to;

    Cut(String words, int from, int to) {
        this.words = words;
        this.from = from;
        this.to = to;
    }

    String words() {
        return words;
    }

    /**
     * Segments that do not overlap, one behind the other; one that is repeated from its start where less than one is left.
     *
     * @param levels row-major {@code (bands, 248)}
     */
    List<float[]> of(float[] levels, int bands) {
        int columns = levels.length / bands;
        var segments = new ArrayList<float[]>();
        for (int first = from; segments.isEmpty() || first + FRAMES <= to; first += FRAMES) {
            var segment = new float[bands * FRAMES];
            for (int i = 0; i < segment.length; i++) {
                int column = first + i % FRAMES % (to - from);
                segment[i] = levels[i / FRAMES * columns + column];
            }
            segments.add(segment);
        }
        return segments;
    }
}
