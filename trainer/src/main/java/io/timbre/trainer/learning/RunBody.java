package io.timbre.trainer.learning;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.timbre.schemas.avro.TrainingRun;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A training run as the API shows it. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record RunBody(
        String runId,
        String cause,
        String status,
        String stage,
        float progress,
        @Nullable String model,
        @Nullable String reason,
        int examples,
        int newLabels,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    static RunBody of(TrainingRun run) {
        return new RunBody(
                run.getRunId(),
                word(run.getCause()),
                word(run.getStatus()),
                run.getStage(),
                run.getProgress(),
                run.getModel(),
                run.getReason(),
                run.getExamples(),
                run.getNewLabels(),
                run.getRequestedAt(),
                run.getStartedAt(),
                run.getFinishedAt());
    }

    static String word(Enum<?> symbol) {
        return symbol.name().toLowerCase(Locale.ROOT);
    }
}
