package io.timbre.trainer.drift;

import io.timbre.schemas.DurableLog;
import io.timbre.schemas.DurableLog.Mark;
import io.timbre.schemas.Topics;
import io.timbre.schemas.TrackIds;
import io.timbre.schemas.avro.DriftBaseline;
import io.timbre.schemas.avro.DriftChoice;
import java.util.Objects;

/** Puts baselines and choices on their topics. */
final class KafkaDriftLog implements DriftLog {
    private final DurableLog log;
    private final Topics topics;

    KafkaDriftLog(DurableLog log, Topics topics) {
        this.log = log;
        this.topics = topics;
    }

    @Override
    public void announce(DriftBaseline baseline) {
        var id = TrackIds.derived(baseline.getName(), baseline.getMadeAt().toString());
        log.announce(
                topics.driftBaselines(),
                baseline.getName(),
                baseline,
                new Mark("io.timbre.drift.baseline-made", id, baseline.getMadeAt()));
    }

    @Override
    public void announce(DriftChoice choice) {
        var source = Objects.requireNonNullElse(choice.getSource(), JudgeWindows.ALL);
        var id = TrackIds.derived(
                source, choice.getBaseline(), choice.getChosenAt().toString());
        log.announce(
                topics.driftChoices(),
                source,
                choice,
                new Mark("io.timbre.drift.baseline-chosen", id, choice.getChosenAt()));
    }
}
