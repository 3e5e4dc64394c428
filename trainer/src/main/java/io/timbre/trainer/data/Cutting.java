package io.timbre.trainer.data;

import java.util.Random;
import java.util.stream.IntStream;

/** Where in a recording its segments lie. */
public sealed interface Cutting {

    /**
     * The first samples of the segments, in the order of time; none if the recording is shorter than one.
     *
     * @param recording what tells this recording from others, such as its track
     */
    int[] starts(String recording, int recordingSamples, int segmentSamples);

    /** One after the other from the start, so that no two share a sample. */
    record Abutting() implements Cutting {

        @Override
        public int[] starts(String recording, int recordingSamples, int segmentSamples) {
            return IntStream.range(0, recordingSamples / segmentSamples)
                    .map(n -> n * segmentSamples)
                    .toArray();
        }
    }

    /**
     * So many anywhere, as Van Mieghem's program draws them: they overlap, and those of one recording share the more
     * samples the shorter it is.
     *
     * @param segments a recording; fewer where it has fewer places
     * @param seed the same draws the same places, whichever other recordings there are and at whatever rate
     */
    record AtRandom(int segments, long seed) implements Cutting {

        public AtRandom {
            if (segments < 1) {
                throw new IllegalArgumentException("segments must be >= 1: was " + segments);
            }
        }

        @Override
        public int[] starts(String recording, int recordingSamples, int segmentSamples) {
            int places = recordingSamples - segmentSamples + 1;
            if (places < 1) {
                return new int[0];
            }
            return new Random(31 * seed + recording.hashCode())
                    .doubles()
                    .mapToInt(share -> (int) (share * places))
                    .distinct()
                    .limit(Math.min(segments, places))
                    .sorted()
                    .toArray();
        }
    }
}
