package io.timbre.trainer.drift;

import io.timbre.schemas.avro.GenreDrift;
import io.timbre.schemas.avro.LearningAction;
import io.timbre.schemas.avro.LearningCause;
import io.timbre.schemas.avro.LearningRequest;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;

/** Asks for a training run when a window has drifted, and then not again for a while. */
final class Retraining {
    /** One entry: when a run was asked for last, milliseconds since the epoch. */
    static final String STORE = "drift-retraining";

    private static final String LAST = "last";

    private final DriftSettings settings;
    private final DriftMeters meters;
    private final KeyValueStore<String, Long> store;

    Retraining(DriftSettings settings, DriftMeters meters, KeyValueStore<String, Long> store) {
        this.settings = settings;
        this.meters = meters;
        this.store = store;
    }

    /** What is to be asked for after a verdict, if anything. */
    Optional<LearningRequest> after(GenreDrift verdict, Instant now) {
        if (!settings.retrain() || !verdict.getDrifted()) {
            return Optional.empty();
        }
        // the first start reads what came in long ago
        boolean isOfThePast = !verdict.getClosedAt().plus(settings.coolDown()).isAfter(now);
        if (isOfThePast || isCooling(now)) {
            meters.cooling();
            return Optional.empty();
        }
        store.put(LAST, now.toEpochMilli());
        meters.asked();
        return Optional.of(new LearningRequest(
                "drift-" + verdict.getDriftId(), LearningAction.TRAIN, null, LearningCause.DRIFT, now));
    }

    private boolean isCooling(Instant now) {
        return Optional.ofNullable(store.get(LAST))
                .map(Instant::ofEpochMilli)
                .filter(last -> last.plus(settings.coolDown()).isAfter(now))
                .isPresent();
    }
}
