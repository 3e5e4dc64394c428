package io.timbre.schemas;

import io.timbre.schemas.avro.ModelRelease;
import io.timbre.schemas.avro.ReleaseVerdict;
import io.timbre.schemas.avro.Track;
import java.time.Instant;
import java.util.List;

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

    /** @param promotion 0 for a model that never was to serve */
    static ModelRelease release(String model, long promotion) {
        return ModelRelease.newBuilder()
                .setModel(model)
                .setNetwork("tiny")
                .setGenres(List.of("blues", "jazz"))
                .setFrontEnd("log-mel")
                .setFingerprint("print-1")
                .setArtefactUri("object:models/" + model + ".zip")
                .setArtefactSha256("0".repeat(64))
                .setVerdict(ReleaseVerdict.RELEASED)
                .setPromotion(promotion)
                .setTrainedAt(Instant.parse("2026-11-21T12:00:00Z"))
                .build();
    }
}
