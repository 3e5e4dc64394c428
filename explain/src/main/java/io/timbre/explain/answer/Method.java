package io.timbre.explain.answer;

import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a decision is explained. */
public enum Method {
    /** How strongly the genre's logit hangs on each cell of the input. */
    SALIENCY("saliency", Parameter.GENRE),
    /** The same, averaged over noisy copies of the input. */
    SMOOTHGRAD("smoothgrad", Parameter.GENRE),
    /** What each cell adds to the logit on the way from a baseline to the input. */
    INTEGRATED_GRADIENTS("integrated-gradients", Parameter.GENRE),
    /** The gradient of each cell times its value. */
    GRADIENT_X_INPUT("gradient-x-input", Parameter.GENRE),
    /** The smallest change that makes it another genre. */
    COUNTERFACTUAL("counterfactual", Parameter.GENRE),
    /** What a layer's features hear. */
    AURALISATION("auralisation", Parameter.LAYER, Parameter.FEATURE),
    /** What each kernel of each layer makes of the input. */
    FEATURE_MAPS("feature-maps", Parameter.GENRE, Parameter.LAYER),
    /** Which seconds speak for and against the genre. */
    SEGMENTS("segments", Parameter.GENRE),
    /** What changes of key, chord and instrument do to the features of each layer: one answer for all tracks of a model. */
    ATTRIBUTES("attributes");

    /** What a question may say beside its method. */
    enum Parameter {
        GENRE,
        LAYER,
        FEATURE;

        /** As it is written in requests. */
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final String label;
    private final List<Parameter> taken;

    Method(String label, Parameter... taken) {
        this.label = label;
        this.taken = List.of(taken);
    }

    /** As it is written in requests, in kebab-case. */
    public String label() {
        return label;
    }

    /** Whether its answer is the same for every track. */
    public boolean isOfTheModelAlone() {
        return this == ATTRIBUTES;
    }

    /** @throws RejectedException if the method makes nothing of the parameter: two questions would have one answer */
    void requireTaken(Parameter parameter) {
        if (!taken.contains(parameter)) {
            throw new RejectedException(
                    Reason.UNKNOWN_PARAMETER,
                    label + " takes no " + parameter.label() + "; it takes: "
                            + (taken.isEmpty()
                                    ? "nothing"
                                    : taken.stream().map(Parameter::label).collect(Collectors.joining(", "))));
        }
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
