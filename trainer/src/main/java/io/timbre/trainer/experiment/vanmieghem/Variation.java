package io.timbre.trainer.experiment.vanmieghem;

import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.GtzanProtocol;
import io.timbre.trainer.experiment.Section.Figure;
import io.timbre.trainer.experiment.Section.Row;

/**
 * One thing to try: a network, what it is shown, and how that is split.
 *
 * @param name what varies, for people, such as {@code "8 kernels"}
 * @param curve which of the question's curves it is on
 * @param at where it stands on the question's axis; any number where it has none
 */
record Variation(String name, String curve, double at, Design design, Dataset dataset, GtzanProtocol protocol) {

    static Variation of(String name, Design design, Dataset dataset, GtzanProtocol protocol) {
        return new Variation(name, protocol.word(), 0, design, dataset, protocol);
    }

    /** What came of a variation. */
    record Tried(Variation variation, Outcome outcome) {

        Row row() {
            return outcome.row(
                    variation.name(),
                    variation.design().paperPercent(),
                    variation.dataset().source());
        }

        /** Accuracy in percent. */
        Figure accuracy() {
            return outcome.accuracy();
        }

        /** Such as {@code "8 kernels (random)"}. */
        String label() {
            return variation.name() + " (" + variation.protocol().word() + ")";
        }
    }
}
