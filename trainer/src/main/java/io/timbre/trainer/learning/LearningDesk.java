package io.timbre.trainer.learning;

import io.timbre.schemas.Releases;
import io.timbre.schemas.avro.LearningAction;
import io.timbre.schemas.avro.LearningCause;
import io.timbre.schemas.avro.LearningRequest;
import io.timbre.schemas.avro.ModelRelease;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Takes requests from people and from the clock. What cannot be done as things stand is refused at once; whether it still
 * can be when its turn comes is decided then.
 */
final class LearningDesk {
    private final Supplier<Releases> known;
    private final RequestLog log;

    LearningDesk(Supplier<Releases> known, RequestLog log) {
        this.known = known;
        this.log = log;
    }

    /**
     * Asks for a training run.
     *
     * @param rebuilt the version to rebuild from its lineage; nothing to train a new one
     * @return the run's id
     * @throws Refusal if there is no such model, or no lineage
     */
    String train(Optional<String> rebuilt) {
        rebuilt.ifPresent(model -> {
            var release = new Succession(known.get()).find(model).orElseThrow(() -> Refusal.unknown(model));
            if (release.getLineage() == null) {
                throw Refusal.of(model + " was not trained here: there is no lineage to rebuild it from");
            }
        });
        return announce(UUID.randomUUID().toString(), LearningAction.TRAIN, rebuilt, LearningCause.PERSON);
    }

    /** Asks for the training run of a moment: however many ask, it is one. */
    void trainAt(Instant moment) {
        var id = "schedule-" + moment.truncatedTo(ChronoUnit.SECONDS).toEpochMilli();
        announce(id, LearningAction.TRAIN, Optional.empty(), LearningCause.SCHEDULE);
    }

    /** @throws Refusal as {@link Succession#promote(String, Instant)} */
    String promote(String model) {
        return ask(LearningAction.PROMOTE, model, models -> models.promote(model, Instant.now()));
    }

    /**
     * Asks to leave the model that serves now: however many ask, it is left once.
     *
     * @throws Refusal as {@link Succession#rollBack(Instant)}
     */
    String rollBack() {
        var releases = known.get();
        var ignored = new Succession(releases).rollBack(Instant.now());
        var left = releases.champion().map(ModelRelease::getModel);
        return announce(UUID.randomUUID().toString(), LearningAction.ROLL_BACK, left, LearningCause.PERSON);
    }

    /** @throws Refusal as {@link Succession#shadow} */
    String shadow(String model) {
        return ask(LearningAction.SHADOW, model, models -> models.shadow(model));
    }

    /** @throws Refusal as {@link Succession#endShadow} */
    String endShadow(String model) {
        return ask(LearningAction.END_SHADOW, model, models -> models.endShadow(model));
    }

    /** @throws Refusal as {@link Succession#reclassify} */
    String reclassify(String model) {
        return ask(LearningAction.RECLASSIFY, model, models -> models.reclassify(model));
    }

    private String ask(LearningAction action, String model, Function<Succession, List<ModelRelease>> rehearsal) {
        var ignored = rehearsal.apply(new Succession(known.get()));
        return announce(UUID.randomUUID().toString(), action, Optional.of(model), LearningCause.PERSON);
    }

    private String announce(String id, LearningAction action, Optional<String> model, LearningCause cause) {
        log.announce(new LearningRequest(
                id, action, model.orElse(null), cause, Instant.now().truncatedTo(ChronoUnit.MILLIS)));
        return id;
    }
}
