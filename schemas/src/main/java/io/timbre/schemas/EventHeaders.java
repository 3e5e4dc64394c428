package io.timbre.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Headers;

/**
 * The headers every event carries: CloudEvents 1.0 in Kafka's binary mode ({@code ce_…}) and W3C {@code traceparent}.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka
 *     protocol binding</a>
 * @see <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>
 */
public final class EventHeaders {
    /** Type of the event that a track of the catalogue was classified once more. */
    public static final String RECLASSIFIED = "io.timbre.track.reclassified";

    private static final Pattern TRACE_PARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-([0-9a-f]{2})");

    private EventHeaders() {}

    /**
     * Marks a record as an event of its own. The trace goes on where the headers carry one, with a new span; else it
     * starts here.
     *
     * @param type what happened, such as {@code io.timbre.track.accepted}
     * @param service the service it happened in
     * @param id the same for a repeat of the same event
     */
    public static void stamp(Headers headers, String type, String service, String id, Instant time) {
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", id);
        put(headers, "ce_type", type);
        put(headers, "ce_source", "/timbre/" + service);
        put(headers, "ce_time", time.toString());
        put(headers, "traceparent", nextSpan(headers));
    }

    /** What happened, where the record is an event. */
    public static Optional<String> type(Headers headers) {
        return Optional.ofNullable(headers.lastHeader("ce_type")).map(type -> new String(type.value(), UTF_8));
    }

    private static String nextSpan(Headers headers) {
        var given = headers.lastHeader("traceparent");
        var parent = TRACE_PARENT.matcher(given == null ? "" : new String(given.value(), UTF_8));
        return parent.matches()
                ? "00-" + parent.group(1) + "-" + randomHex(8) + "-" + parent.group(2)
                : "00-" + randomHex(16) + "-" + randomHex(8) + "-01";
    }

    private static String randomHex(int bytes) {
        var random = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(UTF_8));
    }
}
