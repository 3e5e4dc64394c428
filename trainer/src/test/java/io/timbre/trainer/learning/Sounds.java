package io.timbre.trainer.learning;

import io.timbre.schemas.SegmentValues;
import io.timbre.schemas.avro.ElementType;
import io.timbre.schemas.avro.FeatureSegment;
import io.timbre.schemas.avro.TrackFeatures;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Features of made-up recordings. */
final class Sounds {
    static final int BANDS = 66;
    static final int COLUMNS = 48;

    private Sounds() {}

    /** A segment that is like no other: levels that come and go, dB. */
    static float[] recording(long seed, int columns) {
        var random = new Random(seed);
        var segment = new float[BANDS * columns];
        for (int band = 0; band < BANDS; band++) {
            double level = -60;
            for (int column = 0; column < columns; column++) {
                level += 0.5 * (-60 - level) + 8 * random.nextGaussian();
                segment[band * columns + column] = (float) level;
            }
        }
        return segment;
    }

    /** So many columns of a longer one. */
    static float[] cut(float[] segment, int columns, int from) {
        var cut = new float[BANDS * COLUMNS];
        for (int band = 0; band < BANDS; band++) {
            System.arraycopy(segment, band * columns + from, cut, band * COLUMNS, COLUMNS);
        }
        return cut;
    }

    /** Louder, and not quite the same, as after an encoder. */
    static float[] encoded(float[] segment, long seed) {
        var random = new Random(seed);
        var encoded = segment.clone();
        for (int i = 0; i < encoded.length; i++) {
            encoded[i] += (float) (6 + 1.5 * random.nextGaussian());
        }
        return encoded;
    }

    static LabelledTrack track(String id, int label, String circle, float[]... segments) {
        return new LabelledTrack(id, label, circle, features(id, segments));
    }

    static TrackFeatures features(String id, float[]... segments) {
        return TrackFeatures.newBuilder()
                .setTrackId(id)
                .setFrontEnd("made-up")
                .setFingerprint("f".repeat(64))
                .setElementType(ElementType.FLOAT16)
                .setSegmentShape(List.of(BANDS, COLUMNS))
                .setDurationSeconds(30)
                .setCodec("made-up")
                .setSampleRateHz(22_050)
                .setChannels(1)
                .setAcceptedAt(Instant.EPOCH)
                .setExtractedAt(Instant.EPOCH)
                .setSegments(List.of(segments).stream()
                        .map(segment -> new FeatureSegment(0f, SegmentValues.toFloat16(segment)))
                        .toList())
                .build();
    }
}
