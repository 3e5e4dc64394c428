package io.timbre.ingest;

import io.timbre.schemas.LabelSources;
import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import io.timbre.schemas.avro.LabelSource;
import io.timbre.schemas.avro.TrackLabel;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A label as the API takes it; only the genre must be there. A person says it, and is sure, unless told otherwise. */
record LabelBody(
        @Nullable String genre,
        @Nullable String source,
        @Nullable String who,
        @Nullable Float certainty,
        @Nullable String artist) {

    /** @throws RejectedException if it names no genre, or a source that there is not */
    TrackLabel of(String trackId) {
        return builder(trackId)
                .setGenre(Optional.ofNullable(genre)
                        .orElseThrow(() -> new RejectedException(Reason.MALFORMED_LABEL, "the label has no genre")))
                .setArtist(Optional.ofNullable(artist)
                        .filter(name -> !name.isBlank())
                        .orElse(null))
                .setCertainty(Optional.ofNullable(certainty).orElse(1F))
                .build();
    }

    /** That whoever said anything of the track takes it back. */
    TrackLabel retractionOf(String trackId) {
        return builder(trackId).setGenre("").setRetracted(true).build();
    }

    private TrackLabel.Builder builder(String trackId) {
        return TrackLabel.newBuilder()
                .setTrackId(trackId)
                .setSource(Optional.ofNullable(source).map(LabelSources::of).orElse(LabelSource.PERSON))
                .setWho(Optional.ofNullable(who).orElse(""))
                .setLabelledAt(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }
}
