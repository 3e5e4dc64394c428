package io.timbre.inference;

import io.timbre.schemas.Topics;
import io.timbre.schemas.avro.TrackClassification;
import io.timbre.schemas.avro.TrackFeatures;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Named;

/**
 * Classifies each feature record.
 *
 * <pre>
 * track-features ──► classify ──► track-classifications
 *                       └──► inference-dead-letters   (original bytes, reason in the headers)
 * </pre>
 */
public final class InferenceTopology implements Supplier<Topology> {
    private final Topics topics;
    private final Function<TrackFeatures, TrackClassification> classifier;

    public InferenceTopology(Topics topics, Function<TrackFeatures, TrackClassification> classifier) {
        this.topics = topics;
        this.classifier = classifier;
    }

    @Override
    public Topology get() {
        var builder = new StreamsBuilder();
        builder.stream(topics.features().name(), topics.features().consumed())
                .processValues(() -> new ClassifyFeatures(classifier), Named.as("classify"))
                .to(topics.classifications().name(), topics.classifications().produced());
        return builder.build();
    }
}
