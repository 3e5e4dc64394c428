package io.timbre.trainer.example;

import io.timbre.schemas.avro.ElementType;
import io.timbre.schemas.avro.FeatureSegment;
import io.timbre.schemas.avro.LabelSource;
import io.timbre.schemas.avro.Track;
import io.timbre.schemas.avro.TrackFeatures;
import io.timbre.schemas.avro.TrackLabel;
import io.timbre.schemas.avro.TrainingExample;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;

/** Records the tests of this package share. */
final class Samples {
    static final String ID = "0123456789abcdef".repeat(4);
    static final String OTHER_ID = "fedcba9876543210".repeat(4);
    private static final Instant NOON = Instant.parse("2025-11-21T12:00:00Z");

    private Samples() {}

    static Instant noonPlusSeconds(int seconds) {
        return NOON.plusSeconds(seconds);
    }

    static TrackLabel label(LabelSource source, String who, String genre, int seconds) {
        return TrackLabel.newBuilder()
                .setTrackId(ID)
                .setGenre(genre)
                .setSource(source)
                .setWho(who)
                .setLabelledAt(noonPlusSeconds(seconds))
                .build();
    }

    static TrackLabel label(LabelSource source, String who, String genre, double certainty) {
        return TrackLabel.newBuilder(label(source, who, genre, 0))
                .setCertainty((float) certainty)
                .build();
    }

    static TrackLabel byArtist(TrackLabel label, String artist) {
        return TrackLabel.newBuilder(label).setArtist(artist).build();
    }

    static TrackLabel retraction(LabelSource source, String who, int seconds) {
        return TrackLabel.newBuilder(label(source, who, "", seconds))
                .setRetracted(true)
                .build();
    }

    static Track track(String artist) {
        return Track.newBuilder()
                .setTrackId(ID)
                .setObjectUri("object:audio/01/" + ID)
                .setBytes(480_000)
                .setArtist(artist)
                .setAcceptedAt(NOON)
                .build();
    }

    /** @param value of the one element of the one segment */
    static TrackFeatures features(int value) {
        return TrackFeatures.newBuilder()
                .setTrackId(ID)
                .setFrontEnd("linear")
                .setFingerprint("f".repeat(64))
                .setElementType(ElementType.FLOAT16)
                .setSegmentShape(List.of(1, 1))
                .setSegments(List.of(new FeatureSegment(0F, ByteBuffer.wrap(new byte[] {(byte) value, 0}))))
                .setDurationSeconds(30)
                .setCodec("flac")
                .setSampleRateHz(44_100)
                .setChannels(2)
                .setAcceptedAt(NOON)
                .setExtractedAt(NOON)
                .build();
    }

    static TrainingExample example(String trackId, String genre, int value) {
        return new TrainingExample(trackId, genre, LabelSource.PERSON, null, NOON, features(value));
    }
}
