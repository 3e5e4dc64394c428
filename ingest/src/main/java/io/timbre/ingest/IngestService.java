package io.timbre.ingest;

import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Identifier;
import io.timbre.schemas.DurableLog;
import io.timbre.schemas.ObjectStore;
import io.timbre.schemas.RetryForever;
import io.timbre.schemas.StoreLocation;
import io.timbre.schemas.Taxonomy;
import io.timbre.schemas.Topics;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the service is made of. */
@Singleton
final class IngestService {
    /** Longer than any upload that still goes on. */
    private static final Duration ABANDONED = Duration.ofHours(6);

    @Produces
    @Singleton
    Topics topics(@ConfigProperty(name = "schema.registry.url") String registry) {
        return Topics.withRegistry(registry);
    }

    @Produces
    @Singleton
    ObjectStore store(
            @ConfigProperty(name = "timbre.object-store") String name,
            @ConfigProperty(name = "timbre.object-store.s3.endpoint") Optional<URI> endpoint)
            throws IOException {
        var store = new StoreLocation(name, endpoint).create();
        store.removeAbandoned(ABANDONED);
        return store;
    }

    /** Not scoped: Quarkus' Kafka Streams takes the instance, not a proxy. */
    @Produces
    Topology topology(Topics topics) {
        return new TrackViewTopology(topics).get();
    }

    @Produces
    @Singleton
    StreamsUncaughtExceptionHandler retries() {
        return new RetryForever();
    }

    @Produces
    @Singleton
    DurableLog log(@Identifier("default-kafka-broker") Map<String, Object> kafka, IngestConfig config) {
        return new DurableLog(kafka, "ingest", config.publishTimeout());
    }

    void close(@Disposes DurableLog log) {
        log.close();
    }

    @Produces
    @Singleton
    Announcements announcements(DurableLog log, Topics topics) {
        return new Announcements(log, topics);
    }

    @Produces
    @Singleton
    TrackIntake intake(ObjectStore store, Announcements announcements, TrackView view) {
        return new TrackIntake(store, announcements.tracks(), view::findIfOpen);
    }

    @Produces
    @Singleton
    LabelDesk labels(Announcements announcements) {
        return new LabelDesk(Taxonomy.shipped(), announcements.labels());
    }

    @Produces
    @Singleton
    @Startup
    ClassificationFeed feed(@Identifier("default-kafka-broker") Map<String, Object> kafka, Topics topics) {
        var feed = new ClassificationFeed(kafka, topics.classifications());
        feed.start();
        return feed;
    }

    void close(@Disposes ClassificationFeed feed) throws InterruptedException {
        feed.close();
    }
}
