package io.timbre.trainer.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * One input of a network and what should come out of it.
 *
 * @param id unique in its data set, such as {@code "blues.00042 3.0 s"}
 * @param input row-major, of the network's input shape
 * @param targets one a class: 1 for the label and 0 for the others, or any of the two where several labels hold
 * @param weights one a class: how much an error in that target counts, 0 for what nobody knows
 * @param groups what the example shares with others, by kind; a kind that is not known is left out
 */
@SuppressWarnings(
        "ArrayRecordComponent") // the arrays are handed on; examples are the same if they are one object, or share them
public record Example(String id, float[] input, float[] targets, float[] weights, Map<Grouping, String> groups) {

    public Example {
        groups = Map.copyOf(groups);
        if (targets.length != weights.length) {
            throw new IllegalArgumentException(
                    "weights of " + id + " must be " + targets.length + ", one a target: were " + weights.length);
        }
    }

    /** An example of exactly one class. */
    public static Example ofClass(String id, float[] input, int label, int classes, Map<Grouping, String> groups) {
        var targets = new float[classes];
        targets[label] = 1;
        var weights = new float[classes];
        Arrays.fill(weights, 1);
        return new Example(id, input, targets, weights, groups);
    }

    /** The same example in one more group. */
    Example inGroup(Grouping kind, String group) {
        var more = new HashMap<>(groups);
        more.put(kind, group);
        return new Example(id, input, targets, weights, more);
    }

    /** The class of the largest target: the label, where there is one. */
    public int label() {
        int best = 0;
        for (int i = 1; i < targets.length; i++) {
            if (targets[i] > targets[best]) {
                best = i;
            }
        }
        return best;
    }
}
