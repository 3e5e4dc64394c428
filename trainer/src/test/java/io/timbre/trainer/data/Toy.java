package io.timbre.trainer.data;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Data sets made up for tests. */
public final class Toy {

    private Toy() {}

    /** A data set of two classes, {@code jazz} and {@code rock}. */
    public static Dataset dataset(List<Example> examples) {
        return new Dataset("toy", new Shape(1), List.of("jazz", "rock"), examples);
    }

    /** An example of one of the two classes whose input is 0. */
    public static Example example(String id, int label, Map<Grouping, String> groups) {
        return Example.ofClass(id, new float[1], label, 2, groups);
    }

    /** Tracks of 1 to 9 segments, every third of class 1, five tracks an artist. */
    static Dataset tracks(int tracks) {
        var random = new Random(7);
        var examples = new ArrayList<Example>();
        for (int track = 0; track < tracks; track++) {
            int segments = 1 + random.nextInt(9);
            for (int segment = 0; segment < segments; segment++) {
                examples.add(example(
                        track + "/" + segment,
                        track % 3 == 0 ? 1 : 0,
                        Map.of(Grouping.TRACK, "track " + track, Grouping.ARTIST, "artist " + track / 5)));
            }
        }
        return dataset(examples);
    }
}
