package io.timbre.signal.frontend;

import java.util.List;
import java.util.Optional;

/** The front ends that models are served with, and which one the shipped model wants. */
public final class FrontEnds {
    private static final AudibleFrontEnd SERVED = LinearLevels.standard();
    private static final List<AudibleFrontEnd> AUDIBLE = List.of(SERVED, LogMel.standard(), StftMagnitude.standard());

    private FrontEnds() {}

    /**
     * What the shipped model was trained on, and so what tracks are turned into. The one place that says so; that the model
     * says the same is tested where both are known.
     */
    public static AudibleFrontEnd served() {
        return SERVED;
    }

    /** Those whose cells are places in the sound. */
    public static List<AudibleFrontEnd> audible() {
        return AUDIBLE;
    }

    /** The one that gives these very numbers, if it is still there. */
    public static Optional<AudibleFrontEnd> audible(String fingerprint) {
        return AUDIBLE.stream()
                .filter(frontEnd -> frontEnd.fingerprint().equals(fingerprint))
                .findFirst();
    }
}
