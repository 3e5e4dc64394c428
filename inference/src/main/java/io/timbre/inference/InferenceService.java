package io.timbre.inference;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.timbre.networks.model.Champion;
import io.timbre.networks.model.Checkpoint;
import io.timbre.networks.model.GenreModel;
import io.timbre.schemas.RetryForever;
import io.timbre.schemas.Topics;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** What the service is made of. */
@Singleton
final class InferenceService {
    private static final Logger LOG = Logger.getLogger(InferenceService.class);

    @Produces
    @Singleton
    GenreModel model(InferenceConfig config, MeterRegistry meters) throws IOException {
        var checkpoint = config.checkpoint().isPresent()
                ? Checkpoint.read(config.checkpoint().get())
                : Champion.checkpoint();
        var model = GenreModel.load(checkpoint);
        var frontEnd = model.description().frontEnd();
        LOG.infof("serving %s on %s features %s", model.version(), frontEnd.name(), frontEnd.fingerprint());
        meters.gauge("timbre.model.info", List.of(Tag.of("version", model.version())), 1);
        return model;
    }

    void close(@Disposes GenreModel model) {
        model.close();
    }

    @Produces
    @Singleton
    Batcher batcher(GenreModel model, InferenceConfig config, MeterRegistry meters) {
        var segments = DistributionSummary.builder("timbre.inference.batch")
                .baseUnit("segments")
                .publishPercentileHistogram()
                .register(meters);
        return new Batcher(
                model::predict, config.batch().maxSegments(), config.batch().maxDelay(), segments::record);
    }

    void close(@Disposes Batcher batcher) {
        batcher.close();
    }

    /** Not scoped: Quarkus' Kafka Streams takes the instance, not a proxy. */
    @Produces
    Topology topology(
            @ConfigProperty(name = "schema.registry.url") String registry,
            GenreModel model,
            Batcher batcher,
            MeterRegistry meters) {
        var classifier = new TimedClassifier(new Classifier(model.description(), batcher), meters);
        return new InferenceTopology(Topics.withRegistry(registry), classifier).get();
    }

    @Produces
    @Singleton
    StreamsUncaughtExceptionHandler retries() {
        return new RetryForever();
    }
}
