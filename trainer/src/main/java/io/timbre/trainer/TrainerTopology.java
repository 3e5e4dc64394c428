package io.timbre.trainer;

import io.timbre.trainer.drift.DriftTopology;
import io.timbre.trainer.example.ExamplesTopology;
import io.timbre.trainer.learning.LearningTopology;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/**
 * All that the trainer does on Kafka.
 *
 * <pre>
 * track-labels, track-features, tracks ──► {@link ExamplesTopology} ──► training-examples
 * learning-requests ──► {@link LearningTopology} ──► training-runs, model-releases
 * track-classifications, training-examples ──► {@link DriftTopology} ──► genre-drift, learning-requests
 * </pre>
 */
public final class TrainerTopology implements Supplier<Topology> {
    private final ExamplesTopology examples;
    private final LearningTopology learning;
    private final DriftTopology drift;

    TrainerTopology(ExamplesTopology examples, LearningTopology learning, DriftTopology drift) {
        this.examples = examples;
        this.learning = learning;
        this.drift = drift;
    }

    @Override
    public Topology get() {
        var builder = new StreamsBuilder();
        examples.addTo(builder);
        learning.addTo(builder);
        drift.addTo(builder);
        return builder.build(featuresOnlyOnce());
    }

    /** The table of features is restored from its topic, which keeps all that a changelog of its own would. */
    private static Properties featuresOnlyOnce() {
        var settings = new Properties();
        settings.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.REUSE_KTABLE_SOURCE_TOPICS);
        return settings;
    }
}
