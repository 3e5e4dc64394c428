package io.timbre.trainer.drift;

import io.micrometer.core.instrument.MeterRegistry;
import io.timbre.schemas.Topic;
import io.timbre.schemas.Topics;
import io.timbre.schemas.avro.ArrivedTrack;
import io.timbre.schemas.avro.GenreDrift;
import io.timbre.schemas.avro.LearningRequest;
import io.timbre.schemas.avro.TrainingExample;
import java.time.Duration;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.JoinWindows;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.kstream.StreamJoined;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * Compares what comes in with what is normal, window by window.
 *
 * <pre>
 * track-classifications ──► count-once ──┬──────────────────────► arrivals ──► judge-windows ──┬──► genre-drift
 *      (counted-classifications, store)  └──► join-labels ──────► (one partition)    │         └──► learning-requests
 * training-examples ──► keep-label ───────────────┘ (first-label)                    │
 * drift-baselines, drift-choices ──► known on every replica ─────────────────────────┘
 * </pre>
 */
public final class DriftTopology {
    static final String KNOWN_BASELINES = "known-drift-baselines";
    static final String KNOWN_CHOICES = "known-drift-choices";

    private static final Duration ONE = Duration.ofMillis(1);

    private final Topics topics;
    private final DriftSettings settings;
    private final ChampionReferences references;
    private final DriftMeters meters;

    DriftTopology(Topics topics, DriftSettings settings, ChampionReferences references, MeterRegistry meters) {
        this.topics = topics;
        this.settings = settings;
        this.references = references;
        this.meters = new DriftMeters(meters);
    }

    /** Adds all of it to a topology that may do more, and that knows what models are released. */
    public void addTo(StreamsBuilder builder) {
        know(builder, KNOWN_BASELINES, topics.driftBaselines());
        know(builder, KNOWN_CHOICES, topics.driftChoices());
        store(builder, JudgeWindows.WATCHED, topics.watchedSources());
        store(builder, RecentTracks.STORE, topics.arrivedTracks());
        store(builder, Verdicts.STORE, topics.drift().values());
        store(builder, Retraining.STORE, Serdes.Long());
        var watches = new Watches(settings);
        var arrivals = arrivals(builder);
        var judged = arrivals.merge(labelled(builder, arrivals), Named.as("merge-labelled"))
                .repartition(Repartitioned.<String, ArrivedTrack>as("arrivals")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(topics.arrivedTracks())
                        .withNumberOfPartitions(1))
                .process(
                        () -> new JudgeWindows(settings, references, watches, meters),
                        Named.as("judge-windows"),
                        JudgeWindows.WATCHED,
                        RecentTracks.STORE,
                        Verdicts.STORE,
                        Retraining.STORE);
        write(judged, GenreDrift.class, topics.drift());
        write(judged, LearningRequest.class, topics.learningRequests());
    }

    private KStream<String, ArrivedTrack> arrivals(StreamsBuilder builder) {
        builder.addStateStore(Stores.windowStoreBuilder(
                Stores.persistentWindowStore(CountOnce.COUNTED, settings.remembered(), ONE, false),
                Serdes.String(),
                Serdes.ByteArray()));
        store(builder, CountOnce.LATEST, Serdes.Long());
        return builder.stream(
                        topics.classifications().name(),
                        topics.classifications().consumed())
                .processValues(
                        () -> new CountOnce(settings, meters),
                        Named.as("count-once"),
                        CountOnce.COUNTED,
                        CountOnce.LATEST);
    }

    /** Labels may come before the classification, too: a tag in the file is known at once. */
    private KStream<String, ArrivedTrack> labelled(StreamsBuilder builder, KStream<String, ArrivedTrack> arrivals) {
        // a label may come as long after the arrival as is remembered, and a segment goes when it is older than that
        builder.addStateStore(Stores.windowStoreBuilder(
                Stores.persistentWindowStore(
                        FirstLabel.LABELLED, settings.remembered().multipliedBy(2), ONE, false),
                Serdes.String(),
                Serdes.ByteArray()));
        var labels = builder.stream(topics.examples().name(), topics.examples().consumed())
                .filter((track, example) -> example != null, Named.as("keep-labelled"))
                .mapValues(TrainingExample::getGenre, Named.as("keep-label"));
        return arrivals.join(
                        labels,
                        (arrival, label) ->
                                ArrivedTrack.newBuilder(arrival).setLabel(label).build(),
                        JoinWindows.ofTimeDifferenceWithNoGrace(settings.remembered()),
                        StreamJoined.with(Serdes.String(), topics.arrivedTracks(), Serdes.String())
                                .withName("join-labels")
                                .withStoreName("join-labels"))
                .processValues(FirstLabel::new, Named.as("first-label"), FirstLabel.LABELLED);
    }

    private static <V> void store(StreamsBuilder builder, String name, Serde<V> values) {
        builder.addStateStore(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values));
    }

    private static <V extends SpecificRecord> void write(
            KStream<String, SpecificRecord> judged, Class<V> type, Topic<V> topic) {
        judged.filter((key, value) -> type.isInstance(value), Named.as("keep-drift-" + topic.name()))
                .mapValues(type::cast, Named.as("cast-drift-" + topic.name()))
                .to(topic.name(), topic.produced().withName("write-drift-" + topic.name()));
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
