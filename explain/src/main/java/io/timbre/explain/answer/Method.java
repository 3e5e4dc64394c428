package io.timbre.explain.answer;

import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How a decision is explained. */
public enum Method {
    /** How strongly the genre's logit hangs on each cell of the input. */
    SALIENCY("saliency"),
    /** The same, averaged over noisy copies of the input. */
    SMOOTHGRAD("smoothgrad"),
    /** What each cell adds to the logit on the way from a baseline to the input. */
    INTEGRATED_GRADIENTS("integrated-gradients"),
    /** The gradient of each cell times its value. */
    GRADIENT_X_INPUT("gradient-x-input"),
    /** The smallest change that makes it another genre. */
    COUNTERFACTUAL("counterfactual"),
    /** What a layer's features hear. */
    AURALISATION("auralisation"),
    /** What each kernel of each layer makes of the input. */
    FEATURE_MAPS("feature-maps"),
    /** Which seconds speak for and against the genre. */
    SEGMENTS("segments"),
    /** What changes of key, chord and instrument do to the features of each layer. */
    ATTRIBUTES("attributes");

    private final String label;

    Method(String label) {
        this.label = label;
    }

    /** As it is written in requests, in kebab-case. */
    public String label() {
        return label;
    }

    /** @throws RejectedException if no method has this label */
    public static Method of(String label) {
        return Arrays.stream(values())
                .filter(method -> method.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new RejectedException(
                        Reason.UNKNOWN_METHOD, "there is no method " + label + "; there are: " + labels()));
    }

    private static String labels() {
        return Arrays.stream(values()).map(Method::label).collect(Collectors.joining(", "));
    }
}
