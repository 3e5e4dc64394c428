package io.timbre.trainer.champion;

import io.timbre.signal.frontend.LinearLevels;
import io.timbre.trainer.champion.Corpus.Track;
import io.timbre.trainer.data.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Tracks made of nothing but arithmetic. */
final class Tracks {

    static final LinearLevels FRONT_END = LinearLevels.standard();
    static final int BANDS = 128;
    static final int FRAMES = 62;

    private Tracks() {}

    /**
     * Two segments of coloured noise: {@code x[n] = white + colour x[n - 1]}.
     *
     * @param colour towards 1 dark, towards -1 bright
     */
    static Track noise(String id, int label, Part part, double colour, long seed) {
        var random = new Random(seed);
        var samples = new float[2 * FRONT_END.segmentSamples()];
        for (int i = 1; i < samples.length; i++) {
            samples[i] = (float) (0.05 * random.nextGaussian() + colour * samples[i - 1]);
        }
        int half = samples.length / 2;
        return new Track(id, id, label, part, List.of(strip(samples, 0), strip(samples, half)));
    }

    private static Strip strip(float[] samples, int start) {
        return new Strip(
                FRONT_END.transform(Arrays.copyOfRange(samples, start, start + FRONT_END.segmentSamples())), BANDS);
    }

    static Renditions blank(String id, int label) {
        return new Renditions(id, label, List.of(new float[1]));
    }
}
