package io.timbre.trainer.experiment.lee;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.zoo.Lee;
import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Grouping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Two genres, told apart by how loud they are: blues lies near -60 dB, metal near -20 dB. */
final class Levels {

    static final List<String> GENRES = List.of("blues", "metal");

    private Levels() {}

    /** Two tracks an artist. */
    static Dataset dataset(int artistsAGenre) {
        var examples = new ArrayList<Example>();
        for (int label = 0; label < GENRES.size(); label++) {
            for (int n = 0; n < 2 * artistsAGenre; n++) {
                examples.add(track(label, n));
            }
        }
        return new Dataset("levels", new Shape(CoarseMel.STEPS, Lee.BANDS), GENRES, examples);
    }

    private static Example track(int label, int n) {
        var name = GENRES.get(label) + " " + n;
        var input = new float[CoarseMel.STEPS * Lee.BANDS];
        Arrays.fill(input, (label == 0 ? -60 : -20) - 0.1f * n);
        var groups = Map.of(
                Grouping.TRACK, name,
                Grouping.FINGERPRINT, name,
                Grouping.ARTIST, GENRES.get(label) + " artist " + n / 2);
        return Example.ofClass(name, input, label, GENRES.size(), groups);
    }
}
