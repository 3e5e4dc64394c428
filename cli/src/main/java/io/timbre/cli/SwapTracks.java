package io.timbre.cli;

import io.timbre.networks.model.Checkpoint;
import io.timbre.networks.model.GenreModel;
import io.timbre.schemas.SegmentValues;
import io.timbre.schemas.TrackIds;
import io.timbre.schemas.avro.ElementType;
import io.timbre.schemas.avro.FeatureSegment;
import io.timbre.schemas.avro.TrackClassification;
import io.timbre.schemas.avro.TrackFeatures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Tracks without a sound: feature records of noise, of a few kinds, and what each model makes of each kind.
 *
 * @param answers posteriors of each kind, by model
 */
record SwapTracks(Checkpoint of, Map<String, List<float[]>> answers) {
    private static final int KINDS = 8;
    private static final int SEGMENTS = 4;

    /** What else is in a batch changes posteriors by less. */
    private static final float TOLERANCE = 1e-5f;

    static SwapTracks of(List<Checkpoint> models) {
        var answers = new HashMap<String, List<float[]>>();
        for (var checkpoint : models) {
            try (var model = GenreModel.load(checkpoint)) {
                var own = new ArrayList<float[]>();
                for (int kind = 0; kind < KINDS; kind++) {
                    own.add(model.predict(segments(checkpoint, kind)).posteriors());
                }
                answers.put(model.version(), own);
            }
        }
        return new SwapTracks(models.getFirst(), answers);
    }

    /** Of a track of a name of its own. */
    TrackFeatures features(int number) {
        var frontEnd = of.description().frontEnd();
        var segments = new ArrayList<FeatureSegment>();
        for (var values : segments(of, number % KINDS)) {
            segments.add(new FeatureSegment((float) segments.size(), SegmentValues.toFloat16(values)));
        }
        return TrackFeatures.newBuilder()
                .setTrackId(id(number))
                .setFrontEnd(frontEnd.name())
                .setFingerprint(frontEnd.fingerprint())
                .setElementType(ElementType.FLOAT16)
                .setSegmentShape(frontEnd.segmentShape())
                .setSegments(segments)
                .setDurationSeconds(SEGMENTS)
                .setCodec("none")
                .setSampleRateHz(22_050)
                .setChannels(1)
                .setAcceptedAt(Instant.now())
                .setExtractedAt(Instant.now())
                .build();
    }

    static String id(int number) {
        return TrackIds.derived("swap", Integer.toString(number));
    }

    /** Whether the posteriors are what the named model makes of the track of this number. */
    boolean isOfTheModelItNames(TrackClassification classification, int number) {
        var answer = answers.getOrDefault(classification.getModel(), List.of());
        if (answer.isEmpty()) {
            return false;
        }
        var expected = answer.get(number % KINDS);
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(expected[i] - classification.getPosteriors().get(i)) <= TOLERANCE)) {
                return false;
            }
        }
        return true;
    }

    /** Whole decibels, which half precision holds. */
    private static float[][] segments(Checkpoint checkpoint, int kind) {
        int elements =
                checkpoint.description().frontEnd().segmentShape().stream().reduce(1, Math::multiplyExact);
        var random = new Random(kind);
        var segments = new float[SEGMENTS][elements];
        for (var segment : segments) {
            for (int i = 0; i < elements; i++) {
                segment[i] = -20 - random.nextInt(40);
            }
        }
        return segments;
    }
}
