package io.timbre.trainer.example;

import io.timbre.schemas.EventHeaders;
import io.timbre.schemas.TrackIds;
import io.timbre.schemas.avro.TrainingExample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Passes an example on unless it is, byte for byte, the one that was passed on last: most of what happens to a track
 * changes nothing of it, and an example is large.
 */
final class WriteChanged implements Processor<String, @Nullable TrainingExample, String, @Nullable TrainingExample> {
    /** Track id to the SHA-256 of its example; none where there is none. */
    static final String WRITTEN = "written-examples";

    private @Nullable ProcessorContext<String, @Nullable TrainingExample> context;
    private @Nullable KeyValueStore<String, String> written;

    @Override
    public void init(ProcessorContext<String, @Nullable TrainingExample> context) {
        this.context = context;
        this.written = context.getStateStore(WRITTEN);
    }

    @Override
    public void process(Record<String, @Nullable TrainingExample> record) {
        var store = Objects.requireNonNull(written);
        var hash = hash(record.value());
        if (!hash.equals(Objects.requireNonNullElse(store.get(record.key()), ""))) {
            store.put(record.key(), hash.isEmpty() ? null : hash);
            Objects.requireNonNull(context).forward(event(record, hash));
        }
    }

    /**
     * The time is that of the writing. The topic keeps what was corrected since for some days after it, and the labels
     * of an import may be years old.
     */
    private Record<String, @Nullable TrainingExample> event(
            Record<String, @Nullable TrainingExample> record, String hash) {
        var now = Instant.ofEpochMilli(Objects.requireNonNull(context).currentSystemTimeMs());
        var headers = new RecordHeaders(record.headers());
        EventHeaders.stamp(
                headers,
                hash.isEmpty() ? "io.timbre.example.withdrawn" : "io.timbre.example.made",
                "trainer",
                TrackIds.derived(record.key(), hash),
                now);
        return record.withHeaders(headers).withTimestamp(now.toEpochMilli());
    }

    /** Empty where there is no example. */
    private static String hash(@Nullable TrainingExample example) {
        if (example == null) {
            return "";
        }
        try {
            var digest = TrackIds.sha256();
            digest.update(example.toByteBuffer());
            return TrackIds.of(digest);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write an example to memory", e);
        }
    }
}
