package io.timbre.trainer.example;

import io.micrometer.core.instrument.MeterRegistry;
import io.timbre.schemas.LabelCheck;
import io.timbre.schemas.Topics;
import io.timbre.schemas.TrackIds;
import io.timbre.schemas.avro.Track;
import io.timbre.schemas.avro.TrackFeatures;
import io.timbre.schemas.avro.TrackLabel;
import io.timbre.schemas.avro.TrackLabels;
import io.timbre.schemas.avro.TrainingExample;
import io.timbre.trainer.example.Verdict.Agreed;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Makes an example of each track whose features are known and whose labels agree on a genre; the labels may come years
 * after the features, or before, and each may be corrected.
 *
 * <pre>
 * track-labels ──► gather-labels ──► standing-labels (store) ──► decide-genre ──┐
 *                                        └──► held-back-labels (store)          │
 * track-features ──► known-features (store) ────────────────────────────────────┤
 * tracks ──► known-artists (store) ─────────────────────────────────────────────┴─► write-changed ──► training-examples
 *                                                                                 (written-examples, store)
 * </pre>
 */
public final class ExamplesTopology {
    private static final String STANDING = "standing-labels";
    private static final String FEATURES = "known-features";
    private static final String ARTISTS = "known-artists";

    private final Topics topics;
    private final LabelRule rule;
    private final LabelCounter counter;

    public ExamplesTopology(Topics topics, LabelRule rule, MeterRegistry meters) {
        this.topics = topics;
        this.rule = rule;
        this.counter = new LabelCounter(rule, meters);
        ExampleSnapshot.unreadable(meters);
    }

    /** Adds all of it to a topology that may do more. */
    public void addTo(StreamsBuilder builder) {
        var labels = standingLabels(builder);
        labels.filter(
                (trackId, standing) -> rule.holdsBack(standing.getLabels()),
                Named.as("hold-back-labels"),
                Materialized.<String, TrackLabels, KeyValueStore<Bytes, byte[]>>as(HeldBackLabels.STORE)
                        .withKeySerde(Serdes.String())
                        .withValueSerde(topics.trackLabels()));
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(WriteChanged.WRITTEN), Serdes.String(), Serdes.String()));
        labels.mapValues(standing -> rule.decide(standing.getLabels()), Named.as("decide-genre"))
                .filter((trackId, verdict) -> verdict instanceof Agreed, Named.as("keep-agreed"))
                .join(knownFeatures(builder), ExamplesTopology::example, Named.as("join-features"))
                .leftJoin(knownArtists(builder), ExamplesTopology::withArtist, Named.as("join-artist"))
                .toStream(Named.as("to-examples"))
                .process(WriteChanged::new, Named.as("write-changed"), WriteChanged.WRITTEN)
                .to(topics.examples().name(), topics.examples().produced());
    }

    private KTable<String, TrackLabels> standingLabels(StreamsBuilder builder) {
        return builder.stream(topics.labels().name(), topics.labels().consumed())
                .filter((key, label) -> isWellFormed(key, label), Named.as("check-labels"))
                .groupByKey()
                .aggregate(
                        () -> new TrackLabels(List.of()),
                        (trackId, said, standing) -> gather(said, standing),
                        Named.as("gather-labels"),
                        Materialized.<String, TrackLabels, KeyValueStore<Bytes, byte[]>>as(STANDING)
                                .withKeySerde(Serdes.String())
                                .withValueSerde(topics.trackLabels()));
    }

    /** Labels are taken back by saying so, not by a record without a value. */
    private static boolean isWellFormed(@Nullable String key, @Nullable TrackLabel label) {
        if (label == null) {
            return false;
        }
        TrackIds.requireKey(key, label.getTrackId());
        LabelCheck.require(label);
        return true;
    }

    /** The table has no row, rather than an empty one, where no label stands. */
    private @Nullable TrackLabels gather(TrackLabel said, TrackLabels standing) {
        var next = StandingLabels.after(said, standing);
        counter.count(said, next);
        return next.getLabels().isEmpty() ? null : next;
    }

    private KTable<String, TrackFeatures> knownFeatures(StreamsBuilder builder) {
        return builder.table(
                topics.features().name(),
                topics.features().consumed(),
                Materialized.<String, TrackFeatures, KeyValueStore<Bytes, byte[]>>as(FEATURES)
                        .withKeySerde(Serdes.String())
                        .withValueSerde(topics.features().values()));
    }

    /** A changelog of its own: the rest of a track is not wanted, and anybody may write to the topic of tracks. */
    private KTable<String, String> knownArtists(StreamsBuilder builder) {
        return builder.stream(topics.tracks().name(), topics.tracks().consumed())
                .mapValues(ExamplesTopology::artist, Named.as("keep-artist"))
                .toTable(
                        Named.as("know-artists"),
                        Materialized.<String, String, KeyValueStore<Bytes, byte[]>>as(ARTISTS)
                                .withKeySerde(Serdes.String())
                                .withValueSerde(Serdes.String()));
    }

    private static @Nullable String artist(@Nullable Track track) {
        return track == null ? null : track.getArtist();
    }

    private static TrainingExample example(Verdict verdict, TrackFeatures features) {
        var agreed = (Agreed) verdict;
        return new TrainingExample(
                features.getTrackId(),
                agreed.genre(),
                agreed.source(),
                agreed.artist().orElse(null),
                agreed.labelledAt(),
                features);
    }

    private static TrainingExample withArtist(TrainingExample example, @Nullable String uploadsArtist) {
        return new TrainingExample(
                example.getTrackId(),
                example.getGenre(),
                example.getSource(),
                Optional.ofNullable(example.getArtist()).orElse(uploadsArtist),
                example.getLabelledAt(),
                example.getFeatures());
    }
}
