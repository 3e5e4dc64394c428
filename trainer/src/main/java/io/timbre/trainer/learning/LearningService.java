package io.timbre.trainer.learning;

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
import io.timbre.schemas.StoreLocation;
import io.timbre.schemas.Topics;
import io.timbre.trainer.champion.TrainingSettings;
import io.timbre.trainer.example.ExampleSnapshot;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** What the learning loop is made of. */
@Singleton
final class LearningService {
    private static final Logger LOG = Logger.getLogger(LearningService.class);
    /** Long enough for a store that is away not to fill the log. */
    private static final Duration BEFORE_ANEW = Duration.ofSeconds(5);

    @Produces
    @Singleton
    Artefacts artefacts(
            @ConfigProperty(name = "timbre.object-store") String name,
            @ConfigProperty(name = "timbre.object-store.s3.endpoint") Optional<URI> endpoint) {
        return new Artefacts(new StoreLocation(name, endpoint).create());
    }

    @Produces
    @Singleton
    ExampleSource examples(@Identifier("default-kafka-broker") Map<String, Object> kafka, Topics topics) {
        return new ExampleSource() {
            @Override
            public List<Long> latestOffsets() {
                return ExampleSnapshot.latestOffsets(kafka, topics.examples());
            }

            @Override
            public ExampleSnapshot read(List<Long> offsets, int most) {
                return ExampleSnapshot.read(kafka, topics.examples(), offsets, most);
            }
        };
    }

    /** A wish that this machine cannot fulfil ends the start. */
    @Produces
    @Singleton
    Placement placement(
            @ConfigProperty(name = "timbre.engine") ComputeEngine engine,
            @ConfigProperty(name = "timbre.device") DeviceWish device,
            MeterRegistry meters) {
        var placement = Placement.of(engine, device).withGradients();
        LOG.infof("training %s", placement.reason());
        Gauge.builder("timbre.device.info", () -> 1)
                .description("1 under the device and the engine that train.")
                .tags(
                        "device",
                        placement.deviceLabel(),
                        "engine",
                        placement.engine().label())
                .register(meters);
        return placement;
    }

    void begin(@Observes StartupEvent started, Placement placement) {}

    @Produces
    @Singleton
    Learning learning(
            Topics topics, ExampleSource examples, Artefacts artefacts, Placement placement, LearningConfig config) {
        return new Learning(
                topics.examples().name(),
                examples,
                artefacts,
                new FineTuning(TrainingSettings.fineTuning(), placement),
                settings(config),
                config.state());
    }

    static LearningSettings settings(LearningConfig config) {
        return new LearningSettings(
                new Shares(config.testShare(), config.validationShare()),
                new Bar(
                        config.minTestTracks(),
                        config.minTestArtists(),
                        config.maxRecallLoss(),
                        config.minGenreTracks(),
                        config.promoteUntested()),
                config.minNewLabels(),
                config.maxExamples(),
                config.epochs());
    }

    @Produces
    @Singleton
    TrainingBench bench(Learning learning, Artefacts artefacts, LearningConfig config, MeterRegistry meters)
            throws IOException {
        var shipped = config.checkpoint().isPresent()
                ? Checkpoint.read(config.checkpoint().get())
                : Champion.checkpoint();
        return new TrainingBench(learning, artefacts, shipped, BEFORE_ANEW, () -> Quarkus.asyncExit(1), meters);
    }

    void close(@Disposes TrainingBench bench) throws InterruptedException {
        bench.close();
    }

    @Produces
    @Singleton
    LearningTopology topology(Topics topics, TrainingBench bench, LearningConfig config) {
        return new LearningTopology(topics, bench, config.promotion());
    }

    @Produces
    @Singleton
    DurableLog log(@Identifier("default-kafka-broker") Map<String, Object> kafka, LearningConfig config) {
        return new DurableLog(kafka, "trainer", config.publishTimeout());
    }

    void close(@Disposes DurableLog log) {
        log.close();
    }

    @Produces
    @Singleton
    RequestLog requests(DurableLog log, Topics topics) {
        var topic = topics.learningRequests();
        return request -> log.announce(
                topic,
                request.getRequestId(),
                request,
                new Mark("io.timbre.learning.requested", request.getRequestId(), request.getRequestedAt()));
    }

    @Produces
    @Singleton
    LearningDesk desk(KnownModels known, RequestLog requests) {
        return new LearningDesk(known::releases, requests);
    }
}
