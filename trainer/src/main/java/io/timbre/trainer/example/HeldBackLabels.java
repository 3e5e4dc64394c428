package io.timbre.trainer.example;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.timbre.schemas.Taxonomy;
import io.timbre.schemas.avro.TrackLabels;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the labels say that no model learns from as it is: each name once, however it is spelt. */
public final class HeldBackLabels {
    /** The store of {@link ExamplesTopology} that holds, by track id, the labels of each track of which any is held back. */
    public static final String STORE = "held-back-labels";

    /** More is no reading for people. */
    private static final int MAX_NAMES = 1_000;

    private static final Comparator<Name> MOST_FREQUENT_FIRST =
            Comparator.comparing(Name::count).reversed().thenComparing(Name::spelling);

    private final Map<String, Name> names = new HashMap<>();

    private HeldBackLabels() {}

    /**
     * One name among them.
     *
     * @param reason {@code unknown-genre} or {@code disputed}
     * @param spelling as it was written on the track that stands for all; of a dispute, the genres
     * @param count labels that bear the name, or tracks in dispute
     * @param trackId one of their tracks
     * @param remedy what to do about it
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Name(String reason, String spelling, int count, String trackId, String remedy) {
        private static Name of(HeldBack held, String trackId) {
            return new Name(
                    held.reason().code(),
                    held.spelling(),
                    1,
                    trackId,
                    held.reason().remedy());
        }

        private Name and(Name other) {
            var first = trackId.compareTo(other.trackId) <= 0 ? this : other;
            return new Name(reason, first.spelling, count + other.count, first.trackId, remedy);
        }
    }

    /**
     * The most frequent first, at most a thousand.
     *
     * @param tracks the values of {@link #STORE}
     */
    public static List<Name> of(LabelRule rule, Stream<TrackLabels> tracks) {
        var held = new HeldBackLabels();
        tracks.map(TrackLabels::getLabels).forEach(labels -> {
            var trackId = labels.getFirst().getTrackId();
            rule.heldBack(labels).forEach(one -> held.add(one, trackId));
        });
        return held.names.values().stream()
                .sorted(MOST_FREQUENT_FIRST)
                .limit(MAX_NAMES)
                .toList();
    }

    private void add(HeldBack held, String trackId) {
        names.merge(held.reason() + Taxonomy.key(held.spelling()), Name.of(held, trackId), Name::and);
    }
}
