package io.timbre.explain;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.timbre.networks.engine.ComputeEngine;
import io.timbre.networks.engine.DeviceWish;
import io.timbre.networks.engine.Placement;
import io.timbre.networks.model.Champion;
import io.timbre.networks.model.Checkpoint;
import io.timbre.schemas.DurableLog;
import io.timbre.schemas.DurableLog.Mark;
import io.timbre.schemas.ObjectStore;
import io.timbre.schemas.ReleaseFeed;
import io.timbre.schemas.RetryForever;
import io.timbre.schemas.StoreLocation;
import io.timbre.schemas.Topics;
import io.timbre.signal.codec.DecodeLimits;
import io.timbre.signal.codec.Decoder;
import io.timbre.signal.codec.IsolatedDecoder;
import jakarta.enterprise.event.Observes;
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
import org.jboss.logging.Logger;

/** What the service is made of. */
@Singleton
final class ExplainService {
    private static final Logger LOG = Logger.getLogger(ExplainService.class);
    /** Long enough for a store that is away not to fill the log. */
    private static final Duration BEFORE_ANEW = Duration.ofSeconds(5);

    @Produces
    @Singleton
    Topics topics(@ConfigProperty(name = "schema.registry.url") String registry) {
        return Topics.withRegistry(registry);
    }

    @Produces
    @Singleton
    ObjectStore store(
            @ConfigProperty(name = "timbre.object-store") String name,
            @ConfigProperty(name = "timbre.object-store.s3.endpoint") Optional<URI> endpoint) {
        return new StoreLocation(name, endpoint).open();
    }

    @Produces
    @Singleton
    Checkpoint shipped(ExplainConfig config) throws IOException {
        return config.checkpoint().isPresent()
                ? Checkpoint.read(config.checkpoint().get())
                : Champion.checkpoint();
    }

    /** Never closed, nor is its decoder: both end with this process, and whatever is being worked on with them. */
    @Produces
    @Singleton
    Decoder decoder(ExplainConfig config) {
        return new IsolatedDecoder(
                new DecodeLimits(config.maxDuration(), config.maxDecodeTime()), config.decoderMemoryMib());
    }

    /** A wish that this machine cannot fulfil ends the start. */
    @Produces
    @Singleton
    Placement placement(
            @ConfigProperty(name = "timbre.engine") ComputeEngine engine,
            @ConfigProperty(name = "timbre.device") DeviceWish device,
            MeterRegistry meters) {
        var placement = Placement.of(engine, device).withGradients();
        LOG.infof("explaining %s", placement.reason());
        Gauge.builder("timbre.device.info", () -> 1)
                .description("1 under the device and the engine that explain.")
                .tags(
                        "device",
                        placement.deviceLabel(),
                        "engine",
                        placement.engine().label())
                .register(meters);
        return placement;
    }

    @Produces
    @Singleton
    ServingExplainer explainer(Checkpoint shipped, Decoder decoder, Placement placement) {
        return new ServingExplainer(Explainer.of(shipped, decoder, placement));
    }

    @Produces
    @Singleton
    ReleaseFeed releases(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Topics topics,
            ObjectStore store,
            Checkpoint shipped,
            Decoder decoder,
            Placement placement,
            ServingExplainer explainer,
            MeterRegistry meters) {
        var champion = new FollowedChampion(
                store, shipped, checkpoint -> Explainer.of(checkpoint, decoder, placement), explainer, meters);
        return ReleaseFeed.follow(kafka, topics, BEFORE_ANEW, champion);
    }

    void close(@Disposes ReleaseFeed releases) {
        releases.close();
    }

    /** The first requests wait for the model that the releases name. */
    void begin(@Observes StartupEvent started, ReleaseFeed releases) {}

    @Produces
    @Singleton
    Admission admission(ServingExplainer explainer) {
        return new Admission(explainer::atHand);
    }

    @Produces
    @Singleton
    ExplanationArchive archive(ObjectStore store) {
        return new ExplanationArchive(store);
    }

    @Produces
    @Singleton
    Workbench workbench(
            ServingExplainer explainer,
            ObjectStore store,
            ExplanationArchive archive,
            ExplainConfig config,
            MeterRegistry meters) {
        return new Workbench(
                new AnswerOnce(explainer::of, store, archive, config.timeLimit()),
                config.maxWaiting(),
                BEFORE_ANEW,
                () -> Quarkus.asyncExit(1),
                meters);
    }

    void close(@Disposes Workbench workbench) throws InterruptedException {
        workbench.close();
    }

    /** Not scoped: Quarkus' Kafka Streams takes the instance, not a proxy. */
    @Produces
    Topology topology(Topics topics, ServingExplainer explainer, Workbench workbench) {
        return new ExplainTopology(topics, new Admission(explainer::atHandOnceFollowing), workbench).get();
    }

    @Produces
    @Singleton
    StreamsUncaughtExceptionHandler retries() {
        return new RetryForever();
    }

    @Produces
    @Singleton
    DurableLog log(@Identifier("default-kafka-broker") Map<String, Object> kafka, ExplainConfig config) {
        return new DurableLog(kafka, "explain", config.publishTimeout());
    }

    void close(@Disposes DurableLog log) {
        log.close();
    }

    @Produces
    @Singleton
    QuestionDesk desk(
            Admission admission,
            KnownTracks tracks,
            ExplanationArchive archive,
            DurableLog log,
            Topics topics,
            Workbench workbench) {
        var requests = topics.explanationRequests();
        return new QuestionDesk(
                request -> admission.admit(
                        request, tracks.track(request.getTrackId()), tracks.classification(request.getTrackId())),
                archive,
                (asked, request) -> log.announce(
                        requests,
                        request.getTrackId(),
                        request,
                        new Mark("io.timbre.explanation.requested", asked.explanationId(), request.getRequestedAt())),
                workbench::hasRoom);
    }
}
