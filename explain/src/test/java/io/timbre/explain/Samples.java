package io.timbre.explain;

import io.timbre.explain.answer.Answer;
import io.timbre.explain.answer.Artifact;
import io.timbre.explain.answer.Check;
import io.timbre.explain.answer.Method;
import io.timbre.explain.answer.Quality;
import io.timbre.explain.answer.Question;
import io.timbre.explain.featuremap.FeatureLayers;
import io.timbre.networks.model.Champion;
import io.timbre.networks.model.ModelDescription;
import io.timbre.schemas.avro.ExplanationRequest;
import io.timbre.schemas.avro.SegmentPosteriors;
import io.timbre.schemas.avro.Track;
import io.timbre.schemas.avro.TrackClassification;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Records the tests of this package share. */
final class Samples {
    static final String ID = "e".repeat(64);
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    static final ModelDescription MODEL = Champion.checkpoint().description();
    static final FeatureLayers LAYERS = FeatureLayers.of(Champion.checkpoint().network());

    private Samples() {}

    /** Which serves after another was deployed. */
    static ModelDescription otherModel() {
        return new ModelDescription(
                "other-1",
                MODEL.network(),
                MODEL.classes(),
                MODEL.frontEnd(),
                MODEL.calibration(),
                MODEL.parameters(),
                MODEL.test(),
                MODEL.validation(),
                MODEL.training());
    }

    static Track track() {
        return track(ID);
    }

    static Track track(String id) {
        return Track.newBuilder()
                .setTrackId(id)
                .setObjectUri("object:audio/" + id.substring(0, 2) + "/" + id)
                .setBytes(5)
                .setAcceptedAt(NOON)
                .build();
    }

    static TrackClassification classification() {
        return classification(ID);
    }

    static TrackClassification classification(String id) {
        return TrackClassification.newBuilder()
                .setClassificationId("c1")
                .setTrackId(id)
                .setGenre("jazz")
                .setConfidence(0.75f)
                .setGenres(List.of("blues", "jazz"))
                .setPosteriors(List.of(0.25f, 0.75f))
                .setSegments(List.of(new SegmentPosteriors(0f, List.of(0.25f, 0.75f))))
                .setEmbedding(List.of(1f))
                .setModel(MODEL.version())
                .setFrontEnd(MODEL.frontEnd().name())
                .setFingerprint(MODEL.frontEnd().fingerprint())
                .setDurationSeconds(2)
                .setAcceptedAt(NOON)
                .setFeaturesAt(NOON.plusMillis(300))
                .setClassifiedAt(NOON.plusMillis(400))
                .build();
    }

    static ExplanationRequest request() {
        return request(ID);
    }

    static ExplanationRequest request(String id) {
        return ExplanationRequest.newBuilder()
                .setTrackId(id)
                .setMethod("saliency")
                .setRequestedAt(NOON.plusSeconds(1))
                .build();
    }

    static Asked asked() {
        return Asked.of(request(), MODEL.version());
    }

    static ExplanationJob job() {
        return new ExplanationJob(asked(), Question.of(Method.SALIENCY), track().getObjectUri());
    }

    static Answer answer() {
        return new Answer(
                List.of("The drums say it."),
                Map.of("genre", "jazz", "margin", 0.5),
                Quality.of(
                        Check.figure("deletion-auc", 0.25), Check.gate("randomisation", 0.9, false, "It is no map.")),
                List.of(
                        new Artifact("saliency.png", "image/png", new byte[] {1, 2, 3}),
                        Artifact.html("index.html", "<p>The drums</p>")));
    }
}
