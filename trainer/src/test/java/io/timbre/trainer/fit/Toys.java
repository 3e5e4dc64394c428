package io.timbre.trainer.fit;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Relu;
import io.timbre.networks.table.Standardisation;
import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.data.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Clouds of points around corners of a square, and networks that tell them apart in no time. */
final class Toys {

    static final Shape POINTS = new Shape(2);

    private static final float[][] CORNERS = {{10, 10}, {10, 30}, {30, 10}};

    private Toys() {}

    /** Two numbers, standardised; 8, ReLU; the logits. */
    static Network network(int logits) {
        return new Network(
                "toy",
                POINTS,
                List.of(new Standardisation(), new FullyConnected(8), new Relu(), new FullyConnected(logits)));
    }

    /** So many examples a class in each part. */
    static Split clouds(int classes, int perClass, double spread) {
        var random = new Random(7);
        var parts = new java.util.EnumMap<Part, List<Example>>(Part.class);
        var all = new ArrayList<Example>();
        for (var part : Part.values()) {
            var examples = new ArrayList<Example>();
            for (int i = 0; i < classes * perClass; i++) {
                int label = i % classes;
                examples.add(Example.ofClass(
                        part + " " + i, near(CORNERS[label], spread, random), label, classes, Map.of()));
            }
            all.addAll(examples);
            parts.put(part, examples);
        }
        var names = List.of("a", "b", "c").subList(0, classes);
        return new Split(new Dataset("clouds", POINTS, names, all), "as drawn", parts);
    }

    private static float[] near(float[] corner, double spread, Random random) {
        return new float[] {
            (float) (corner[0] + spread * random.nextGaussian()), (float) (corner[1] + spread * random.nextGaussian())
        };
    }
}
