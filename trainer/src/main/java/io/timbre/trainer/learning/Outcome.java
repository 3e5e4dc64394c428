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
 * @param waits whether the challenger is not to serve before a person says so
 */
record Outcome(
        TrainingStatus status, String reason, Optional<String> model, Optional<ModelRelease> release, boolean waits) {

    /** A new challenger. */
    static Outcome of(ModelRelease release) {
        return of(release, false);
    }

    /** A new challenger. @param waits whether it is not to serve before a person says so */
    static Outcome of(ModelRelease release, boolean waits) {
        return new Outcome(
                statusOf(release),
                String.valueOf(release.getReason()),
                Optional.of(release.getModel()),
                Optional.of(release),
                waits);
    }

    /** A model that was released before has come out again. */
    static Outcome again(ModelRelease known, String reason) {
        return new Outcome(statusOf(known), reason, Optional.of(known.getModel()), Optional.empty(), false);
    }

    private static TrainingStatus statusOf(ModelRelease release) {
        return release.getVerdict() == ReleaseVerdict.RELEASED ? TrainingStatus.RELEASED : TrainingStatus.REJECTED;
    }

    /** There is no challenger. */
    static Outcome without(TrainingStatus status, String reason) {
        return new Outcome(status, reason, Optional.empty(), Optional.empty(), false);
    }
}
