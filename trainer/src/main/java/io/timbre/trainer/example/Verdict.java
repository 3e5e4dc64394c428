package io.timbre.trainer.example;

import io.timbre.schemas.avro.LabelSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What comes of the labels of one track. */
sealed interface Verdict {
    /**
     * They agree on a genre that models learn.
     *
     * @param genre in the taxonomy's spelling
     * @param source the most trusted that says anything, whose word it is
     * @param artist of the label that knows best who plays
     * @param labelledAt when the latest of the labels that decided was said
     */
    record Agreed(String genre, LabelSource source, Optional<String> artist, Instant labelledAt) implements Verdict {}

    /**
     * The most trusted source is of several minds.
     *
     * @param genres those of equal weight, in alphabetical order
     */
    record Disputed(List<String> genres) implements Verdict {}

    /**
     * They agree on a genre that no model learns.
     *
     * @param genre as it was written
     */
    record OutsideTaxonomy(String genre) implements Verdict {}
}
