package io.timbre.trainer.drift;

import io.timbre.schemas.EventHeaders;
import io.timbre.schemas.avro.GenreDrift;
import io.timbre.schemas.avro.LearningRequest;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/** The events that a window was judged, and that a training run is asked for. */
final class DriftEvent {
    private DriftEvent() {}

    static Record<String, SpecificRecord> of(String source, GenreDrift verdict) {
        var type = verdict.getDrifted() ? "io.timbre.drift.drifted" : "io.timbre.drift.steady";
        return event(source, verdict, type, verdict.getDriftId(), verdict.getJudgedAt());
    }

    static Record<String, SpecificRecord> of(LearningRequest request) {
        return event(
                request.getRequestId(),
                request,
                "io.timbre.learning.requested",
                request.getRequestId(),
                request.getRequestedAt());
    }

    private static Record<String, SpecificRecord> event(
            String key, SpecificRecord value, String type, String id, Instant now) {
        var headers = new RecordHeaders();
        EventHeaders.stamp(headers, type, "trainer", id, now);
        return new Record<>(key, value, now.toEpochMilli(), headers);
    }
}
