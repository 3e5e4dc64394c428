package io.timbre.ingest;

import io.timbre.schemas.LabelCheck;
import io.timbre.schemas.NotDurableException;
import io.timbre.schemas.RejectedException;
import io.timbre.schemas.Taxonomy;
import io.timbre.schemas.avro.TrackLabel;

/** Takes labels in: what is well formed goes onto the log, and its sender hears at once whether any model learns it. */
final class LabelDesk {
    private final Taxonomy taxonomy;
    private final EventLog<TrackLabel> log;

    LabelDesk(Taxonomy taxonomy, EventLog<TrackLabel> log) {
        this.taxonomy = taxonomy;
        this.log = log;
    }

    /**
     * Returns once the label, or that it is taken back, is durable.
     *
     * @throws RejectedException if it is malformed
     * @throws NotDurableException if it could not be made durable in time; sending it again does no harm
     */
    LabelReceipt take(TrackLabel label) {
        log.announce(LabelCheck.require(label));
        return label.getRetracted()
                ? LabelReceipt.retracted(label)
                : taxonomy.canonical(label.getGenre())
                        .map(genre -> LabelReceipt.taken(label, genre))
                        .orElseGet(() -> LabelReceipt.heldBack(label, taxonomy.genres()));
    }
}
