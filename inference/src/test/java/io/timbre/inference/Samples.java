package io.timbre.inference;

import io.timbre.networks.model.ModelDescription;
import io.timbre.networks.model.ModelDescription.Calibration;
import io.timbre.networks.model.ModelDescription.Evaluation;
import io.timbre.networks.model.ModelDescription.FrontEnd;
import io.timbre.networks.model.ModelDescription.Parameters;
import io.timbre.networks.model.ModelDescription.Training;
import io.timbre.networks.model.TrackPrediction;
import io.timbre.schemas.SegmentValues;
import io.timbre.schemas.avro.ElementType;
import io.timbre.schemas.avro.FeatureSegment;
import io.timbre.schemas.avro.TrackFeatures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A model of two genres on segments of 2 x 1, and what it is fed. */
final class Samples {
    static final String ID = "e".repeat(64);
    static final String PRINT = "print-1";
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private Samples() {}

    static ModelDescription model() {
        var evaluation = new Evaluation("nowhere", 0, 0, 0, 0, 0, 0, 0, 0, List.of(), List.of());
        return new ModelDescription(
                "tiny-1",
                "tiny",
                List.of("blues", "jazz"),
                new FrontEnd("log-mel", PRINT, List.of(2, 1)),
                new Calibration(1, 0.3),
                new Parameters("tiny.params", "", 0),
                evaluation,
                evaluation,
                new Training("nothing", Map.of(), Map.of(), "none"));
    }

    /** The first element of each segment is taken for the posterior of blues. */
    static TrackPrediction predict(float[][] segments) {
        var rows = new float[segments.length][];
        float sum = 0;
        for (int i = 0; i < segments.length; i++) {
            rows[i] = new float[] {segments[i][0], 1 - segments[i][0]};
            sum += segments[i][0];
        }
        float blues = sum / segments.length;
        return new TrackPrediction(
                rows,
                new float[] {blues, 1 - blues},
                new float[] {7},
                blues > 0.5 ? "blues" : "jazz",
                Math.max(blues, 1 - blues));
    }

    static TrackFeatures features(String fingerprint, float... blues) {
        var segments = new ArrayList<FeatureSegment>();
        for (int i = 0; i < blues.length; i++) {
            segments.add(new FeatureSegment(2f * i, SegmentValues.toFloat16(new float[] {blues[i], 0})));
        }
        return TrackFeatures.newBuilder()
                .setTrackId(ID)
                .setFrontEnd("log-mel")
                .setFingerprint(fingerprint)
                .setElementType(ElementType.FLOAT16)
                .setSegmentShape(List.of(2, 1))
                .setSegments(segments)
                .setDurationSeconds(30)
                .setCodec("flac")
                .setSampleRateHz(22_050)
                .setChannels(1)
                .setAcceptedAt(NOON)
                .setExtractedAt(NOON.plusMillis(300))
                .build();
    }
}
