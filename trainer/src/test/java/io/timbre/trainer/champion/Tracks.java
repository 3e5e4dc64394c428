package io.timbre.trainer.champion;

import io.timbre.signal.Audio;
import io.timbre.signal.frontend.LogMel;
import io.timbre.trainer.champion.Corpus.Track;
import io.timbre.trainer.data.Part;
import java.util.List;
import java.util.Random;

/** Tracks made of nothing but arithmetic. */
final class Tracks {

    static final LogMel FRONT_END = LogMel.standard();

    private Tracks() {}

    /**
     * Three seconds of coloured noise: {@code x[n] = white + colour x[n - 1]}.
     *
     * @param colour towards 1 dark, towards -1 bright
     */
    static Track noise(String id, int label, Part part, double colour, long seed) {
        var random = new Random(seed);
        var samples = new float[3 * FRONT_END.sampleRateHz()];
        for (int i = 1; i < samples.length; i++) {
            samples[i] = (float) (0.05 * random.nextGaussian() + colour * samples[i - 1]);
        }
        return new Track(id, label, part, List.of(new Audio(samples, FRONT_END.sampleRateHz())));
    }

    static Track silent(String id, int label) {
        return new Track(id, label, Part.TRAINING, List.of());
    }
}
