package io.timbre.trainer.learning;

import io.timbre.schemas.avro.Judgement;
import io.timbre.schemas.avro.LearningAction;
import io.timbre.schemas.avro.LearningCause;
import io.timbre.schemas.avro.LearningRequest;
import io.timbre.schemas.avro.Lineage;
import io.timbre.schemas.avro.ModelRelease;
import io.timbre.schemas.avro.ReleaseVerdict;
import io.timbre.schemas.avro.TestFigures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Releases and requests of no importance. */
final class Samples {
    static final Instant THEN = Instant.ofEpochMilli(1_700_000_000_000L);

    private Samples() {}

    static ModelRelease shipped(String model) {
        return release(model, ReleaseVerdict.RELEASED, 0);
    }

    static ModelRelease release(String model, ReleaseVerdict verdict, long promotion) {
        return ModelRelease.newBuilder()
                .setModel(model)
                .setNetwork("net")
                .setGenres(List.of("blues"))
                .setFrontEnd("made-up")
                .setFingerprint("f")
                .setArtefactUri("object:models/" + model + ".zip")
                .setArtefactSha256("0".repeat(64))
                .setVerdict(verdict)
                .setPromotion(promotion)
                .setReason("why")
                .setTrainedAt(THEN)
                .build();
    }

    /** A model that was trained here and compared with another. */
    static ModelRelease challenger(String model, String champion, ReleaseVerdict verdict) {
        return ModelRelease.newBuilder(release(model, verdict, 0))
                .setJudgement(new Judgement(40, "t", figures(model), figures(champion), 0.1, 0.05, 0.15))
                .setLineage(new Lineage("run", champion, "examples", List.of(1L), 1, "s", 7L, Map.of()))
                .build();
    }

    private static TestFigures figures(String model) {
        return new TestFigures(model, 0.5, 0.4, 0.6, 1.0, 0.1, List.of(0.5));
    }

    static LearningRequest train(String id, LearningCause cause) {
        return new LearningRequest(id, LearningAction.TRAIN, null, cause, THEN);
    }

    static LearningRequest ask(String id, LearningAction action, @Nullable String model) {
        return new LearningRequest(id, action, model, LearningCause.PERSON, THEN);
    }
}
