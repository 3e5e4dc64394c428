package io.timbre.explain.saliency;

import io.timbre.explain.subject.ExplainedModel;
import io.timbre.explain.trust.Reading;
import java.util.List;

/**
 * The gradient of the class's logit, in logits per unit of the input.
 *
 * @see "K. Simonyan et al., Deep Inside Convolutional Networks, ICLR workshop 2014"
 */
record Gradient() implements Rule {

    @Override
    public Reading reading() {
        return Reading.SENSITIVITY;
    }

    @Override
    public float[] map(ExplainedModel model, int index, float[] input, float[] baseline) {
        return model.logitGradients(List.of(input), index)[0];
    }
}
