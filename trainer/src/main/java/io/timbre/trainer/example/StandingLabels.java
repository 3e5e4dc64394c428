package io.timbre.trainer.example;

import io.timbre.schemas.avro.TrackLabel;
import io.timbre.schemas.avro.TrackLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The labels of one track that stand: of each source and who the latest, unless it was retracted. Who says the same
 * again has said nothing new.
 */
final class StandingLabels {
    /** A record of more would not fit into its topic. What was said first goes first. */
    static final int MAX_LABELS = 1_000;

    private StandingLabels() {}

    /** The log decides which is the latest, not the dates, which come of many clocks: nobody's correction is lost. */
    static TrackLabels after(TrackLabel said, TrackLabels standing) {
        var before = standing.getLabels().stream()
                .filter(label -> isOfSameSender(label, said))
                .findFirst();
        if (before.filter(label -> saysSame(label, said)).isPresent()) {
            return standing;
        }
        return new TrackLabels(replaced(standing.getLabels(), before, said));
    }

    private static List<TrackLabel> replaced(List<TrackLabel> labels, Optional<TrackLabel> before, TrackLabel said) {
        var next = labels.stream()
                .filter(label -> before.filter(label::equals).isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
        if (!said.getRetracted()) {
            next.add(said);
        }
        return next.size() > MAX_LABELS ? next.subList(next.size() - MAX_LABELS, next.size()) : next;
    }

    private static boolean isOfSameSender(TrackLabel one, TrackLabel other) {
        return one.getSource() == other.getSource() && one.getWho().equals(other.getWho());
    }

    /** But for the time at which it was said. */
    private static boolean saysSame(TrackLabel one, TrackLabel other) {
        return TrackLabel.newBuilder(one)
                .setLabelledAt(other.getLabelledAt())
                .build()
                .equals(other);
    }
}
