package io.timbre.explain.answer;

import io.timbre.explain.answer.Method.Parameter;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is asked about a track: of the parameters, only those that the method takes.
 *
 * @param genre the one to explain or, for a counterfactual, to reach; else the decision itself or, for a counterfactual,
 *     the runner-up
 * @param layer of those that the model has, by its name such as {@code conv2}; else the last that fits
 * @param feature the number of a feature map of that layer, from 0; else the strongest of this track
 */
public record Question(Method method, Optional<String> genre, Optional<String> layer, OptionalInt feature) {

    /** @throws io.timbre.schemas.RejectedException if there is a parameter that the method does not take */
    public Question {
        genre.ifPresent(given -> method.requireTaken(Parameter.GENRE));
        layer.ifPresent(given -> method.requireTaken(Parameter.LAYER));
        feature.ifPresent(given -> method.requireTaken(Parameter.FEATURE));
    }

    /** Without particulars. */
    public static Question of(Method method) {
        return new Question(method, Optional.empty(), Optional.empty(), OptionalInt.empty());
    }

    public Question about(String genre) {
        return new Question(method, Optional.of(genre), layer, feature);
    }
}
