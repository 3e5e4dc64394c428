package io.timbre.trainer.learning;

/** Why something cannot be done to a model as things stand; says what stands against it. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean unknown;

    private Refusal(String detail, boolean unknown) {
        super(detail);
        this.unknown = unknown;
    }

    static Refusal unknown(String model) {
        return new Refusal("no model with the version " + model + " was released here", true);
    }

    static Refusal of(String detail) {
        return new Refusal(detail, false);
    }

    /** Whether there is no such model at all. */
    boolean isOfUnknown() {
        return unknown;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
