package io.timbre.trainer.learning;

import io.timbre.schemas.Topic;
import io.timbre.schemas.Topics;
import io.timbre.schemas.avro.ModelRelease;
import io.timbre.schemas.avro.TrainingRun;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * Does to models what is asked for, and tells what has become of it.
 *
 * <pre>
 * learning-requests ──► decide-about-models ──┬──► training-runs ───► known-training-runs (on every replica)
 *                         │  │                └──► model-releases ──► known-model-releases (on every replica)
 *   stores of its own ◄───┘  └──► the training itself, on a thread of its own
 * </pre>
 */
public final class LearningTopology {
    static final String KNOWN_RUNS = "known-training-runs";
    /** Global store: version to release. */
    public static final String KNOWN_RELEASES = "known-model-releases";

    private final Topics topics;
    private final Trainings trainings;
    private final Promotion promotion;

    LearningTopology(Topics topics, Trainings trainings, Promotion promotion) {
        this.topics = topics;
        this.trainings = trainings;
        this.promotion = promotion;
    }

    /** Adds all of it to a topology that may do more. */
    public void addTo(StreamsBuilder builder) {
        store(builder, DecideAboutModels.TAKEN, topics.learningRequests().values());
        store(builder, DecideAboutModels.RUNS, topics.trainingRuns().values());
        store(builder, DecideAboutModels.RELEASES, topics.releases().values());
        var decided = builder.stream(
                        topics.learningRequests().name(),
                        topics.learningRequests().consumed())
                .process(
                        () -> new DecideAboutModels(trainings, promotion),
                        Named.as("decide-about-models"),
                        DecideAboutModels.TAKEN,
                        DecideAboutModels.RUNS,
                        DecideAboutModels.RELEASES);
        write(decided, TrainingRun.class, topics.trainingRuns());
        write(decided, ModelRelease.class, topics.releases());
        know(builder, KNOWN_RUNS, topics.trainingRuns());
        know(builder, KNOWN_RELEASES, topics.releases());
    }

    private static <V> void store(StreamsBuilder builder, String name, Serde<V> values) {
        builder.addStateStore(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values));
    }

    /** Only runs are ever forgotten: what has no value is one. */
    private static <V extends SpecificRecord> void write(
            KStream<String, SpecificRecord> decided, Class<V> type, Topic<V> topic) {
        decided.filter(
                        (key, value) -> type.isInstance(value) || value == null && type == TrainingRun.class,
                        Named.as("keep-" + topic.name()))
                .mapValues(type::cast, Named.as("cast-" + topic.name()))
                .to(topic.name(), topic.produced());
    }

    private static <V> void know(StreamsBuilder builder, String store, Topic<V> topic) {
        builder.globalTable(
                topic.name(),
                topic.consumed(),
                Materialized.<String, V, KeyValueStore<Bytes, byte[]>>as(store)
                        .withKeySerde(Serdes.String())
                        .withValueSerde(topic.values()));
    }
}
