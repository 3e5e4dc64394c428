package io.timbre.trainer.drift;

import io.timbre.schemas.avro.DriftBaseline;
import io.timbre.schemas.avro.DriftChoice;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which past window each source's windows are compared with.
 *
 * @param choices by source
 * @param baselines by name
 */
record Choices(Function<String, Optional<DriftChoice>> choices, Function<String, Optional<DriftBaseline>> baselines) {

    /** The one that was chosen for a source, if it is of the model that serves: what two models say does not compare. */
    Optional<DriftBaseline> of(String source, String model) {
        return choices.apply(source)
                .map(DriftChoice::getBaseline)
                .flatMap(baselines)
                .filter(baseline -> baseline.getModel().equals(model));
    }
}
