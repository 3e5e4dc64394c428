package io.timbre.inference;

import io.timbre.networks.model.Checkpoint;
import io.timbre.networks.model.ModelDescription;
import io.timbre.networks.model.ModelDescription.Calibration;
import io.timbre.networks.model.ModelDescription.Evaluation;
import io.timbre.networks.model.ModelDescription.FrontEnd;
import io.timbre.networks.model.ModelDescription.Parameters;
import io.timbre.networks.model.ModelDescription.Training;
import io.timbre.networks.model.TrackPrediction;
import io.timbre.schemas.Releases;
import io.timbre.schemas.SegmentValues;
import io.timbre.schemas.avro.ElementType;
import io.timbre.schemas.avro.FeatureSegment;
import io.timbre.schemas.avro.ModelRelease;
import io.timbre.schemas.avro.ReleaseVerdict;
import io.timbre.schemas.avro.TrackFeatures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A model of two genres on segments of 2 x 1, and what it is fed. */
final class Samples {
    static final String ID = "e".repeat(64);
    static final String PRINT = "print-1";
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private Samples() {}

    static ModelDescription model() {
        var evaluation = new Evaluation("nowhere", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of(), List.of());
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

    /** A model that is always so sure of blues, takes a moment to say so, and knows whether it was closed. */
    static final class Constant implements ServedModel {
        private static final long BATCH_NANOS = 200_000;

        private final ModelDescription description;
        private final float blues;
        private volatile boolean closed;

        Constant(ModelDescription description, float blues) {
            this.description = description;
            this.blues = blues;
        }

        @Override
        public ModelDescription description() {
            return description;
        }

        @Override
        public List<TrackPrediction> predict(List<float[][]> tracks) {
            LockSupport.parkNanos(BATCH_NANOS);
            if (closed) {
                throw new IllegalStateException("closed under a batch");
            }
            return tracks.stream()
                    .map(track -> Samples.predict(new float[][] {{blues, 0}}))
                    .toList();
        }

        boolean closed() {
            return closed;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    /** The same model under another name. */
    static ModelDescription model(String version) {
        var model = model();
        return new ModelDescription(
                version,
                model.network(),
                model.classes(),
                model.frontEnd(),
                model.calibration(),
                model.parameters(),
                model.test(),
                model.validation(),
                model.training());
    }

    /** The release of a checkpoint, as its trainer would announce it. */
    static ModelRelease release(Checkpoint checkpoint, long promotion) {
        var description = checkpoint.description();
        return ModelRelease.newBuilder()
                .setModel(description.version())
                .setNetwork(description.network())
                .setGenres(description.classes())
                .setFrontEnd(description.frontEnd().name())
                .setFingerprint(description.frontEnd().fingerprint())
                .setArtefactUri("object:models/" + description.version() + ".zip")
                .setArtefactSha256(Checkpoint.sha256(checkpoint.archive()))
                .setVerdict(ReleaseVerdict.RELEASED)
                .setPromotion(promotion)
                .setTrainedAt(NOON)
                .build();
    }

    static Releases releases(ModelRelease... releases) {
        var all = Releases.none();
        for (var release : releases) {
            all = all.with(release.getModel(), release);
        }
        return all;
    }
}
