package io.timbre.trainer.learning;

import io.timbre.schemas.EventHeaders;
import io.timbre.schemas.avro.ModelRelease;
import io.timbre.schemas.avro.TrainingRun;
import java.time.Instant;
import java.util.Locale;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** The events that a run got on, and that a model is something else from now on. */
final class LearningEvent {
    private static final String SERVICE = "trainer";

    private LearningEvent() {}

    static Record<String, @Nullable SpecificRecord> of(TrainingRun run, Instant now) {
        var status = run.getStatus().name().toLowerCase(Locale.ROOT);
        return event(
                run.getRunId(), run, "io.timbre.training." + status, run.getRunId() + "/" + run.getProgress(), now);
    }

    static Record<String, @Nullable SpecificRecord> of(ModelRelease release, Instant now) {
        var id = "%s/%d/%b/%d/%s"
                .formatted(
                        release.getModel(),
                        release.getPromotion(),
                        release.getShadow(),
                        release.getReclassification(),
                        release.getArtefactSha256());
        return event(release.getModel(), release, "io.timbre.model.released", id, now);
    }

    private static Record<String, @Nullable SpecificRecord> event(
            String key, SpecificRecord value, String type, String id, Instant now) {
        var headers = new RecordHeaders();
        EventHeaders.stamp(headers, type, SERVICE, id, now);
        return new Record<>(key, value, now.toEpochMilli(), headers);
    }
}
