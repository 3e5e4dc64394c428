package io.timbre.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class EventHeadersTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void anEventSaysWhatItIsAndWhereItHappened() {
        var headers = new RecordHeaders();

        EventHeaders.stamp(headers, "io.timbre.track.accepted", "ingest", "some-id", NOON);

        assertThat(value(headers, "ce_specversion")).isEqualTo("1.0");
        assertThat(value(headers, "ce_id")).isEqualTo("some-id");
        assertThat(value(headers, "ce_type")).isEqualTo("io.timbre.track.accepted");
        assertThat(value(headers, "ce_source")).isEqualTo("/timbre/ingest");
        assertThat(value(headers, "ce_time")).isEqualTo("2026-11-21T12:00:00Z");
    }

    @Test
    void anEventIsKnownByItsTypeAndAnythingElseHasNone() {
        var headers = new RecordHeaders();
        assertThat(EventHeaders.type(headers)).isEmpty();

        EventHeaders.stamp(headers, EventHeaders.RECLASSIFIED, "inference", "some-id", NOON);

        assertThat(EventHeaders.type(headers)).contains("io.timbre.track.reclassified");
    }

    @Test
    void aDerivedEventReplacesTheNamesAndContinuesTheTraceInANewSpan() {
        var headers = new RecordHeaders();
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        headers.add("traceparent", ("00-" + trace + "-00f067aa0ba902b7-01").getBytes(UTF_8));
        EventHeaders.stamp(headers, "io.timbre.track.accepted", "ingest", "a", NOON);

        EventHeaders.stamp(headers, "io.timbre.track.featured", "features", "b", NOON);

        assertThat(headers.headers("ce_id")).hasSize(1);
        assertThat(value(headers, "ce_source")).isEqualTo("/timbre/features");
        assertThat(value(headers, "traceparent"))
                .matches("00-" + trace + "-[0-9a-f]{16}-01")
                .doesNotContain("00f067aa0ba902b7");
    }

    @Test
    void aMalformedTraceIsReplacedByAFreshOne() {
        var headers = new RecordHeaders();
        headers.add("traceparent", "nonsense".getBytes(UTF_8));

        EventHeaders.stamp(headers, "io.timbre.track.accepted", "ingest", "a", NOON);

        assertThat(value(headers, "traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }

    private static String value(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), UTF_8);
    }
}
