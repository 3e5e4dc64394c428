package io.timbre.explain.answer;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is asked about a track.
 *
 * @param genre the one to explain or, for a counterfactual, to reach; else the decision itself or, for a counterfactual,
 *     the runner-up
 * @param layer of those that the model has, by its name such as {@code conv2}; else the last that fits
 * @param feature the number of a feature map of that layer, from 0; else the strongest of this track
 */
public record Question(Method method, Optional<String> genre, Optional<String> layer, OptionalInt feature) {

    /** Without particulars. */
    public static Question of(Method method) {
        return new Question(method, Optional.empty(), Optional.empty(), OptionalInt.empty());
    }

    public Question about(String genre) {
        return new Question(method, Optional.of(genre), layer, feature);
    }

    public Question atLayer(String layer) {
        return new Question(method, genre, Optional.of(layer), feature);
    }
}
