package io.timbre.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timbre.schemas.avro.Rejection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be worked on: its own bytes and headers, and the rejection in headers beside them, so that
 * it can be sent again unchanged once the cause is mended.
 */
final class DeadLetter {
    static final String SERVICE = "timbre-service";
    static final String REASON = "timbre-reason";
    static final String DETAIL = "timbre-detail";
    static final String REJECTED_AT = "timbre-rejected-at";
    static final String TOPIC = "timbre-topic";
    static final String PARTITION = "timbre-partition";
    static final String OFFSET = "timbre-offset";

    private DeadLetter() {}

    /** Where the original record stood. */
    record Origin(String topic, int partition, long offset) {}

    static ProducerRecord<byte[], byte[]> of(
            Rejection rejection,
            Origin origin,
            byte @Nullable [] originalKey,
            byte @Nullable [] originalValue,
            Headers originalHeaders) {
        var headers = new RecordHeaders(originalHeaders.toArray());
        put(headers, SERVICE, rejection.getService());
        put(headers, REASON, rejection.getReason());
        put(headers, DETAIL, rejection.getDetail());
        put(headers, REJECTED_AT, rejection.getRejectedAt().toString());
        put(headers, TOPIC, origin.topic());
        put(headers, PARTITION, Integer.toString(origin.partition()));
        put(headers, OFFSET, Long.toString(origin.offset()));
        return new ProducerRecord<>(
                Topics.deadLetters(rejection.getService()), null, originalKey, originalValue, headers);
    }

    /**
     * The rejection that the headers of a dead letter tell of; empty where they tell of none.
     *
     * @throws RuntimeException if they tell of one that cannot be, such as an unknown reason
     */
    static Optional<Rejection> read(Headers headers) {
        var service = text(headers, SERVICE);
        var reason = text(headers, REASON);
        var rejectedAt = text(headers, REJECTED_AT);
        if (service == null || reason == null || rejectedAt == null) {
            return Optional.empty();
        }
        var detail = text(headers, DETAIL);
        return Optional.of(new Rejection(
                service, Reason.of(reason).code(), detail == null ? "" : detail, Instant.parse(rejectedAt)));
    }

    static Rejection rejection(String service, Reason reason, String detail) {
        return new Rejection(service, reason.code(), detail, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(UTF_8));
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }
}
