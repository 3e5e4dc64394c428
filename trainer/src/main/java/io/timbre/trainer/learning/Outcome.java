package io.timbre.trainer.learning;

import io.timbre.schemas.avro.ModelRelease;
import io.timbre.schemas.avro.ReleaseVerdict;
import io.timbre.schemas.avro.TrainingStatus;
import java.util.Optional;

/**
 * What came of a training run.
 *
 * @param reason in words and figures
 * @param model version of the challenger, if there is one
 * @param release of a challenger that is new; its artefact is in the object store
 */
record Outcome(TrainingStatus status, String reason, Optional<String> model, Optional<ModelRelease> release) {

    /** A new challenger. */
    static Outcome of(ModelRelease release) {
        return new Outcome(
                statusOf(release),
                String.valueOf(release.getReason()),
                Optional.of(release.getModel()),
                Optional.of(release));
    }

    /** A model that was released before has come out again. */
    static Outcome again(ModelRelease known, String reason) {
        return new Outcome(statusOf(known), reason, Optional.of(known.getModel()), Optional.empty());
    }

    private static TrainingStatus statusOf(ModelRelease release) {
        return release.getVerdict() == ReleaseVerdict.RELEASED ? TrainingStatus.RELEASED : TrainingStatus.REJECTED;
    }

    /** There is no challenger. */
    static Outcome without(TrainingStatus status, String reason) {
        return new Outcome(status, reason, Optional.empty(), Optional.empty());
    }
}
