package io.timbre.trainer.data;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Finds what is wrong with examples as they are put into a data set, long before hours are spent on them. */
final class Examples {

    /** Of many bad examples so many are named. */
    private static final int NAMED = 5;

    private Examples() {}

    static void requireSizes(Example example, Shape inputShape, List<String> classes) {
        require(
                example.input().length == inputShape.size(),
                "the input of " + example.id() + " must have " + inputShape.size() + " values, shape " + inputShape
                        + ": has " + example.input().length);
        require(
                example.targets().length == classes.size(),
                "the targets of " + example.id() + " must be " + classes.size() + ", one a class: are "
                        + example.targets().length);
        for (int i = 0; i < classes.size(); i++) {
            float target = example.targets()[i];
            float weight = example.weights()[i];
            require(
                    target >= 0 && target <= 1 && weight >= 0 && weight < Float.POSITIVE_INFINITY,
                    "targets must be from 0 to 1 and weights >= 0: " + example.id() + " has " + target + " and "
                            + weight + " for " + classes.get(i));
        }
    }

    static void requireFinite(List<Example> examples) {
        var bad = new ArrayList<String>();
        for (var example : examples) {
            firstNotFinite(example.input())
                    .ifPresent(i -> bad.add(example.id() + " (" + example.input()[i] + " at " + i + ")"));
        }
        require(
                bad.isEmpty(),
                bad.size() + " inputs are not finite: " + someOf(bad)
                        + "; leave these examples out, or repair what they were read from");
    }

    private static OptionalInt firstNotFinite(float[] values) {
        return IntStream.range(0, values.length)
                .filter(i -> !Float.isFinite(values[i]))
                .findFirst();
    }

    private static String someOf(List<String> names) {
        var named = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return names.size() > NAMED ? named + " and " + (names.size() - NAMED) + " more" : named;
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
