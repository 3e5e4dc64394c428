package io.timbre.ingest;

import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;

/** Server-sent events, one a classification, from the moment of the request on. */
@Path("/api/classifications/stream")
public final class ClassificationStreamResource {
    /** Proxies and browsers give up on a silent connection. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** Tells the client that it is heard, before anything happens. */
    private static final Duration FIRST_HEARTBEAT = Duration.ofMillis(1);

    private final ClassificationFeed feed;

    ClassificationStreamResource(ClassificationFeed feed) {
        this.feed = feed;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> stream(@Context Sse sse) {
        var events = feed.classifications()
                .map(classification -> sse.newEventBuilder()
                        .name("classification")
                        .id(classification.getClassificationId())
                        .mediaType(MediaType.APPLICATION_JSON_TYPE)
                        .data(ClassificationBody.of(classification))
                        .build());
        var heartbeats = Multi.createFrom()
                .ticks()
                .startingAfter(FIRST_HEARTBEAT)
                .every(HEARTBEAT)
                .onOverflow()
                .drop()
                .map(tick -> sse.newEventBuilder().comment("still here").build());
        return Multi.createBy().merging().streams(events, heartbeats);
    }
}
