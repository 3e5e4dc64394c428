package io.timbre.inference;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.timbre.networks.engine.ComputeEngine;
import io.timbre.networks.engine.DeviceWish;
import io.timbre.networks.engine.Placement;
import io.timbre.networks.model.Champion;
import io.timbre.networks.model.Checkpoint;
import io.timbre.schemas.ReleaseFeed;
import io.timbre.schemas.RetryForever;
import io.timbre.schemas.StoreLocation;
import io.timbre.schemas.Topics;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * What the service is made of.
 *
 * <pre>
 * model-releases ──► succession ──► the model that serves ◄── batcher ◄── stream threads
 *                └─► shadow, reclassification             (both beside the main stream)
 * </pre>
 */
@Singleton
final class InferenceService {
    private static final Duration[] LATENCIES = IntStream.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);
    private static final Logger LOG = Logger.getLogger(InferenceService.class);

    @Produces
    @Singleton
    Topics topics(@ConfigProperty(name = "schema.registry.url") String registry) {
        return Topics.withRegistry(registry);
    }

    @Produces
    @Singleton
    Checkpoint shipped(InferenceConfig config) throws IOException {
        return config.checkpoint().isPresent()
                ? Checkpoint.read(config.checkpoint().get())
                : Champion.checkpoint();
    }

    /** A wish that this machine cannot fulfil ends the start. */
    @Produces
    @Singleton
    Placement placement(
            @ConfigProperty(name = "timbre.engine") ComputeEngine engine,
            @ConfigProperty(name = "timbre.device") DeviceWish device,
            MeterRegistry meters) {
        var placement = Placement.of(engine, device);
        LOG.infof("serving %s", placement.reason());
        Gauge.builder("timbre.device.info", () -> 1)
                .description("1 under the device and the engine that serve.")
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
    ModelGate gate(
            @ConfigProperty(name = "timbre.object-store") String store,
            @ConfigProperty(name = "timbre.object-store.s3.endpoint") Optional<URI> endpoint,
            Checkpoint shipped,
            Placement placement) {
        return new ModelGate(
                new StoreLocation(store, endpoint).open(),
                shipped,
                checkpoint -> ServedModel.load(checkpoint, placement));
    }

    @Produces
    @Singleton
    ServingModel model() {
        return new ServingModel();
    }

    void close(@Disposes ServingModel model) {
        model.close();
    }

    @Produces
    @Singleton
    Batcher<Decision> batcher(ServingModel model, InferenceConfig config, MeterRegistry meters) {
        var segments = DistributionSummary.builder("timbre.inference.batch")
                .description("Segments in a batch.")
                .baseUnit("segments")
                .serviceLevelObjectives(1, 2, 4, 8, 16, 32, 64, 128, 256, 512)
                .register(meters);
        var latency = Timer.builder("timbre.inference.latency")
                .description("How long the model takes for a batch.")
                .serviceLevelObjectives(LATENCIES)
                .register(meters);
        var batcher = new Batcher<Decision>(
                tracks -> latency.record(() -> model.apply(tracks)),
                config.batch().maxSegments(),
                config.batch().maxDelay(),
                segments::record);
        Gauge.builder("timbre.inference.waiting", batcher, Batcher::waiting)
                .description("Tracks that wait for the model.")
                .register(meters);
        return batcher;
    }

    void close(@Disposes Batcher<Decision> batcher) {
        batcher.close();
    }

    @Produces
    @Singleton
    Classifier classifier(Checkpoint shipped, Batcher<Decision> batcher) {
        return new Classifier(shipped.description().frontEnd(), batcher);
    }

    @Produces
    @Singleton
    SideWork sideWork(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Topics topics,
            ModelGate gate,
            Classifier classifier,
            InferenceConfig config,
            MeterRegistry meters) {
        return SideWork.of(kafka, topics, gate, classifier, config, meters);
    }

    void close(@Disposes SideWork sideWork) {
        sideWork.close();
    }

    @Produces
    @Singleton
    ReleaseFeed releases(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Topics topics,
            ModelGate gate,
            ServingModel model,
            SideWork sideWork,
            InferenceConfig config,
            MeterRegistry meters) {
        var succession = new Succession(gate, model::serve, new ModelMeters(meters));
        return ReleaseFeed.follow(kafka, topics, config.retryInterval(), releases -> {
            succession.accept(releases);
            sideWork.accept(releases, succession.serving());
        });
    }

    void close(@Disposes ReleaseFeed releases) {
        releases.close();
    }

    /** The first batch waits for the model that the releases name. */
    void begin(@Observes StartupEvent started, ReleaseFeed releases) {}

    /** Not scoped: Quarkus' Kafka Streams takes the instance, not a proxy. */
    @Produces
    Topology topology(Topics topics, Classifier classifier, MeterRegistry meters) {
        return new InferenceTopology(topics, new TimedClassifier(classifier, meters)).get();
    }

    @Produces
    @Singleton
    StreamsUncaughtExceptionHandler retries() {
        return new RetryForever();
    }
}
