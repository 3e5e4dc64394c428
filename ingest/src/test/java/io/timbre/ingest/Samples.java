package io.timbre.ingest;

import io.timbre.schemas.avro.SegmentPosteriors;
import io.timbre.schemas.avro.Track;
import io.timbre.schemas.avro.TrackClassification;
import java.time.Instant;
import java.util.List;

/** Records the tests of this package share. */
final class Samples {
    static final String ID = "e".repeat(64);
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private Samples() {}

    static Track track() {
        return Track.newBuilder()
                .setTrackId(ID)
                .setObjectUri("object:audio/ee/" + ID)
                .setBytes(5)
                .setFileName("so-what.mp3")
                .setAcceptedAt(NOON)
                .build();
    }

    static TrackClassification classification() {
        return TrackClassification.newBuilder()
                .setClassificationId("c1")
                .setTrackId(ID)
                .setGenre("jazz")
                .setConfidence(0.75f)
                .setGenres(List.of("blues", "jazz"))
                .setPosteriors(List.of(0.25f, 0.75f))
                .setSegments(List.of(new SegmentPosteriors(0f, List.of(0.25f, 0.75f))))
                .setEmbedding(List.of(1f))
                .setModel("tiny-1")
                .setFrontEnd("log-mel")
                .setFingerprint("print-1")
                .setDurationSeconds(2)
                .setAcceptedAt(NOON)
                .setFeaturesAt(NOON.plusMillis(300))
                .setClassifiedAt(NOON.plusMillis(400))
                .build();
    }
}
