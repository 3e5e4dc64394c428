package io.timbre.trainer.fit;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.table.Dropout;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.Layer;
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
import java.util.stream.Stream;

/** Clouds of points around corners of a square, and networks that tell them apart in no time. */
final class Toys {

    static final Shape POINTS = new Shape(2);

    private static final float[][] CORNERS = {{10, 10}, {10, 30}, {30, 10}};
    private static final List<String> NAMES = List.of("ambient", "bebop", "cumbia");

    private Toys() {}

    /** Two numbers, standardised; 8, ReLU; the logits. */
    static Network network(int logits) {
        return network(List.of(new Standardisation(), new FullyConnected(8), new Relu(), new FullyConnected(logits)));
    }

    /** The same with half of the 8 dropped. */
    static Network withDropout(int logits) {
        return network(List.of(
                new Standardisation(),
                new FullyConnected(8),
                new Relu(),
                new Dropout(0.5f),
                new FullyConnected(logits)));
    }

    static Network network(List<Layer> layers) {
        return new Network("toy", POINTS, layers);
    }

    /** So many examples a class in each part. */
    static Split clouds(int classes, int perClass, double spread) {
        var random = new Random(7);
        return new Split(
                new Dataset("clouds", POINTS, NAMES.subList(0, classes), List.of()),
                "as drawn",
                Map.of(
                        Part.TRAINING, cloud("training", classes, perClass, spread, random),
                        Part.VALIDATION, cloud("validation", classes, perClass, spread, random),
                        Part.TEST, cloud("test", classes, perClass, spread, random)));
    }

    /** A split of these examples. */
    static Split split(int classes, List<Example> training, List<Example> validation) {
        var all = Stream.concat(training.stream(), validation.stream()).toList();
        return new Split(
                new Dataset("made up", POINTS, NAMES.subList(0, classes), all),
                "as given",
                Map.of(Part.TRAINING, training, Part.VALIDATION, validation));
    }

    private static List<Example> cloud(String name, int classes, int perClass, double spread, Random random) {
        var examples = new ArrayList<Example>();
        for (int i = 0; i < classes * perClass; i++) {
            int label = i % classes;
            examples.add(
                    Example.ofClass(name + " " + i, near(CORNERS[label], spread, random), label, classes, Map.of()));
        }
        return examples;
    }

    private static float[] near(float[] corner, double spread, Random random) {
        return new float[] {
            (float) (corner[0] + spread * random.nextGaussian()), (float) (corner[1] + spread * random.nextGaussian())
        };
    }
}
