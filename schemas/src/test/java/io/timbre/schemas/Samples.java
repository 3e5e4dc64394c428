package io.timbre.schemas;

import io.timbre.schemas.avro.Track;
import java.time.Instant;

/** Records the tests of this package share. */
final class Samples {
    static final String ID = "0123456789abcdef".repeat(4);

    private Samples() {}

    static Track track() {
        return Track.newBuilder()
                .setTrackId(ID)
                .setObjectUri("object:audio/01/" + ID)
                .setBytes(480_000)
                .setTitle("So What")
                .setAcceptedAt(Instant.parse("2026-11-21T10:15:30.123Z"))
                .build();
    }
}
