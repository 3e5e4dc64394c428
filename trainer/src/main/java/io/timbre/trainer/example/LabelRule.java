package io.timbre.trainer.example;

import io.timbre.schemas.Taxonomy;
import io.timbre.schemas.avro.TrackLabel;
import io.timbre.trainer.example.Verdict.Agreed;
import io.timbre.trainer.example.Verdict.Disputed;
import io.timbre.trainer.example.Verdict.OutsideTaxonomy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which genre a track has when its labels disagree: the most trusted source wins (a person before a catalogue before a
 * tag in the file), and within it the genre of the largest sum of certainties. Genres of the same sum are a dispute.
 *
 * <p>A genre outside the taxonomy has a vote too: what a person calls a polka is no example of rock, whatever a
 * catalogue says.
 */
public final class LabelRule {
    /** What may be left of a difference of two sums of the same certainties, written as floats. */
    private static final double SAME_WEIGHT = 1e-6;

    /** The label that knows best comes last. */
    private static final Comparator<TrackLabel> BY_TRUST =
            Comparator.comparing(TrackLabel::getSource).reversed().thenComparing(TrackLabel::getLabelledAt);

    private final Taxonomy taxonomy;

    public LabelRule(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    /** @param labels those of one track that stand, at least one */
    Verdict decide(List<TrackLabel> labels) {
        var source = labels.stream().map(TrackLabel::getSource).min(Comparator.naturalOrder());
        var deciding = labels.stream()
                .filter(label -> label.getSource() == source.orElseThrow())
                .collect(Collectors.groupingBy(this::genreOf));
        var heaviest = heaviest(deciding);
        return heaviest.size() > 1
                ? new Disputed(heaviest)
                : decided(deciding.getOrDefault(heaviest.getFirst(), List.of()), labels);
    }

    private static List<String> heaviest(Map<String, List<TrackLabel>> labelsByGenre) {
        var weights = labelsByGenre.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> weight(entry.getValue())));
        double largest = Collections.max(weights.values());
        return weights.entrySet().stream()
                .filter(entry -> entry.getValue() > largest - SAME_WEIGHT)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static double weight(List<TrackLabel> labels) {
        return labels.stream().mapToDouble(TrackLabel::getCertainty).sum();
    }

    private Verdict decided(List<TrackLabel> deciding, List<TrackLabel> all) {
        var first = deciding.getFirst();
        return taxonomy.canonical(first.getGenre())
                .<Verdict>map(genre -> new Agreed(genre, first.getSource(), artist(all), latest(deciding)))
                .orElseGet(() -> new OutsideTaxonomy(first.getGenre()));
    }

    private static Optional<String> artist(List<TrackLabel> labels) {
        return labels.stream()
                .filter(label -> label.getArtist() != null && !label.getArtist().isBlank())
                .max(BY_TRUST)
                .map(TrackLabel::getArtist);
    }

    private static Instant latest(List<TrackLabel> labels) {
        return labels.stream()
                .map(TrackLabel::getLabelledAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Different spellings of one genre are one genre, also where no model learns it. */
    private String genreOf(TrackLabel label) {
        return taxonomy.canonical(label.getGenre()).orElseGet(() -> Taxonomy.key(label.getGenre()));
    }

    /** Whether any of a track's labels, or all together, are of no use as they are. */
    boolean holdsBack(List<TrackLabel> labels) {
        return !heldBack(labels).isEmpty();
    }

    /** What of a track's labels is of no use as it is, and why. */
    List<HeldBack> heldBack(List<TrackLabel> labels) {
        var held = labels.stream()
                .filter(label -> taxonomy.canonical(label.getGenre()).isEmpty())
                .map(label -> new HeldBack(HeldBack.Reason.UNKNOWN_GENRE, label.getGenre()))
                .collect(Collectors.toCollection(ArrayList::new));
        if (decide(labels) instanceof Disputed disputed) {
            held.add(new HeldBack(HeldBack.Reason.DISPUTED, String.join(" / ", disputed.genres())));
        }
        return held;
    }
}
