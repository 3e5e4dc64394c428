package io.timbre.trainer.drift;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.timbre.schemas.avro.DriftBaseline;
import io.timbre.schemas.avro.DriftChoice;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A baseline as clients read it.
 *
 * @param source whose tracks it holds; nothing for those of all sources
 * @param usedBy sources that chose it, nothing standing for all of them; who chose none uses the champion's
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record BaselineBody(
        String name,
        @Nullable String source,
        String model,
        int tracks,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Instant madeAt,
        List<@Nullable String> usedBy) {

    static BaselineBody of(DriftBaseline baseline, List<DriftChoice> choices) {
        return new BaselineBody(
                baseline.getName(),
                baseline.getSource(),
                baseline.getModel(),
                baseline.getObservations().size(),
                baseline.getFrom(),
                baseline.getTo(),
                baseline.getMadeAt(),
                usedBy(baseline.getName(), choices));
    }

    /** What the model that serves said of its test. */
    static BaselineBody of(ChampionReference.Test test, List<DriftChoice> choices) {
        return new BaselineBody(
                ChampionReference.NAME,
                null,
                test.baseline().model(),
                test.baseline().observations().size(),
                null,
                null,
                null,
                usedBy(ChampionReference.NAME, choices));
    }

    private static List<@Nullable String> usedBy(String name, List<DriftChoice> choices) {
        return choices.stream()
                .filter(choice -> choice.getBaseline().equals(name))
                .<@Nullable String>map(DriftChoice::getSource)
                .toList();
    }
}
