package io.timbre.explain.trust;

import io.timbre.explain.subject.ExplainedModel;
import java.util.List;

/**
 * A way to point at what a class hangs on. Asked again for other inputs and other models, it must answer by the same rule,
 * and the same question by the same answer: measures of trust are made of such questions.
 */
@FunctionalInterface
public interface Attribution {

    /** @return a map an input, each of the input's shape: a number a cell */
    float[][] maps(ExplainedModel model, List<float[]> inputs);
}
