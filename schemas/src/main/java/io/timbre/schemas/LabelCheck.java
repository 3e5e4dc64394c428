package io.timbre.schemas;

import io.timbre.schemas.avro.TrackLabel;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What every label must be, whichever way it came. A genre that nobody knows is well formed. */
public final class LabelCheck {
    /** Longer names are somebody's essay. */
    private static final int MAX_CHARACTERS = 200;

    /** Clocks differ; one that is wrong by more would let a label count as new for as long. */
    private static final Duration MAX_AHEAD = Duration.ofDays(1);

    private LabelCheck() {}

    /** @throws RejectedException that says which field is not as it must be */
    public static TrackLabel require(TrackLabel label) {
        return require(label, Instant.now());
    }

    static TrackLabel require(TrackLabel label, Instant now) {
        require(TrackIds.isTrackId(label.getTrackId()), "the track must be 64 hexadecimal digits", label.getTrackId());
        require(label.getRetracted() || !Taxonomy.key(label.getGenre()).isEmpty(), "genre must be a name", "none");
        requireShort("genre", label.getGenre());
        requireShort("who", label.getWho());
        requireShort("artist", label.getArtist());
        require(
                label.getCertainty() > 0 && label.getCertainty() <= 1,
                "certainty must be above 0 and at most 1",
                label.getCertainty());
        require(
                !label.getLabelledAt().isAfter(now.plus(MAX_AHEAD)),
                "labelled_at must be at most a day ahead",
                label.getLabelledAt());
        return label;
    }

    private static void requireShort(String field, @Nullable String text) {
        if (text != null) {
            require(
                    text.length() <= MAX_CHARACTERS,
                    field + " must have at most " + MAX_CHARACTERS + " characters",
                    text.length());
        }
    }

    private static void require(boolean holds, String rule, Object was) {
        if (!holds) {
            throw new RejectedException(Reason.MALFORMED_LABEL, rule + ": was " + was);
        }
    }
}
