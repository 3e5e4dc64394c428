package io.timbre.inference;

import java.util.Locale;

/** Why a released model may not serve. The set is closed: a metric tag each. */
enum Refusal {
    /** The object store cannot be read, which says nothing about the model. */
    UNREACHABLE(true),
    /** Nothing lies where the release says. */
    MISSING(true),
    /** What lies there has another hash than was released. */
    CHECKSUM(true),
    /** The archive has the hash that was released, and is no whole checkpoint. */
    DAMAGED(false),
    /** The checkpoint is of another version or other classes than were released. */
    OTHER_MODEL(false),
    /** The model was trained on another front end than the one that the service is fed by. */
    OTHER_FRONT_END(false),
    /** It cannot be loaded, or what it answers are no posteriors. */
    BROKEN(false);

    private final boolean mayHeal;

    Refusal(boolean mayHeal) {
        this.mayHeal = mayHeal;
    }

    /** As in metric tags, in kebab-case. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the same release may be served later, once somebody has mended the store. */
    boolean mayHeal() {
        return mayHeal;
    }
}
