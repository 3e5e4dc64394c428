package io.timbre.trainer.learning;

import io.timbre.schemas.avro.LearningCause;
import io.timbre.schemas.avro.TrainingRun;
import io.timbre.schemas.avro.TrainingStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.streams.state.KeyValueStore;

/** The runs in their store. */
record KeptRuns(KeyValueStore<String, TrainingRun> store) {

    /** Those that have not come to an end, in the order in which they were asked for. */
    List<String> pending() {
        return those(run -> isPending(run)).stream()
                .sorted(Comparator.comparing(TrainingRun::getRequestedAt).thenComparing(TrainingRun::getRunId))
                .map(TrainingRun::getRunId)
                .toList();
    }

    /** Scheduled runs that were not worth it, but for one. */
    List<String> skippedBefore(String runId) {
        return those(run -> run.getStatus() == TrainingStatus.SKIPPED
                        && run.getCause() == LearningCause.SCHEDULE
                        && !run.getRunId().equals(runId))
                .stream()
                .map(TrainingRun::getRunId)
                .toList();
    }

    static boolean isPending(TrainingRun run) {
        return run.getStatus() == TrainingStatus.QUEUED || run.getStatus() == TrainingStatus.RUNNING;
    }

    private List<TrainingRun> those(Predicate<TrainingRun> wanted) {
        var found = new ArrayList<TrainingRun>();
        try (var all = store.all()) {
            all.forEachRemaining(entry -> {
                if (wanted.test(entry.value)) {
                    found.add(entry.value);
                }
            });
        }
        return found;
    }
}
