package io.timbre.trainer;

import io.micrometer.core.instrument.MeterRegistry;
import io.timbre.schemas.RetryForever;
import io.timbre.schemas.Taxonomy;
import io.timbre.schemas.Topics;
import io.timbre.trainer.drift.DriftTopology;
import io.timbre.trainer.example.ExamplesTopology;
import io.timbre.trainer.example.LabelRule;
import io.timbre.trainer.learning.LearningTopology;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the service is made of. */
@Singleton
final class TrainerService {
    @Produces
    @Singleton
    Topics topics(@ConfigProperty(name = "schema.registry.url") String registry) {
        return Topics.withRegistry(registry);
    }

    @Produces
    @Singleton
    Taxonomy taxonomy() {
        return Taxonomy.shipped();
    }

    @Produces
    @Singleton
    LabelRule labelRule(Taxonomy taxonomy) {
        return new LabelRule(taxonomy);
    }

    /** Not scoped: Quarkus' Kafka Streams takes the instance, not a proxy. */
    @Produces
    Topology topology(
            Topics topics, LabelRule rule, LearningTopology learning, DriftTopology drift, MeterRegistry meters) {
        return new TrainerTopology(new ExamplesTopology(topics, rule, meters), learning, drift).get();
    }

    @Produces
    @Singleton
    StreamsUncaughtExceptionHandler retries() {
        return new RetryForever();
    }
}
