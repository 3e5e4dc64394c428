package io.timbre.explain.answer;

import io.timbre.schemas.RejectedException;

/** Hears how far an explanation has come, several times a second if the work allows. */
@FunctionalInterface
public interface Progress {

    /** Listens to nothing and lets the work go on. */
    Progress UNHEARD = share -> {};

    /**
     * @param share of the work that is done, 0 to 1
     * @throws RejectedException if the work shall stop: it was cancelled, or its time is up
     */
    void at(double share);

    /** The progress of a part of the work: its 0 is {@code from} of the whole, its 1 is {@code to}. */
    default Progress part(double from, double to) {
        return share -> at(from + share * (to - from));
    }
}
