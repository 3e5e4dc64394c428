package io.timbre.trainer.drift;

import io.timbre.schemas.avro.ArrivedTrack;
import io.timbre.schemas.avro.DriftBaseline;
import io.timbre.schemas.avro.DriftChoice;
import io.timbre.schemas.avro.GenreDrift;
import io.timbre.schemas.avro.WatchedSource;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * What is known of drift, from the stores of {@link DriftTopology}. Windows are judged in one place: another replica knows
 * nothing of them. Every method throws {@link InvalidStateStoreException} there, and while stores are opened or restored.
 */
@Singleton
final class KnownDrift {
    private final KafkaStreams streams;

    KnownDrift(KafkaStreams streams) {
        this.streams = streams;
    }

    /** By source, in alphabetical order; all of them together are the first. */
    Map<String, WatchedSource> sources() {
        var sources = new TreeMap<String, WatchedSource>();
        try (var all = this.<WatchedSource>store(JudgeWindows.WATCHED).all()) {
            all.forEachRemaining(entry -> sources.put(entry.key, entry.value));
        }
        return sources;
    }

    List<GenreDrift> verdicts(String source) {
        return RingKey.values(this.store(Verdicts.STORE), source);
    }

    List<ArrivedTrack> recentTracks(String source) {
        return RingKey.values(this.store(RecentTracks.STORE), source);
    }

    List<DriftBaseline> baselines() {
        return all(DriftTopology.KNOWN_BASELINES);
    }

    Optional<DriftBaseline> baseline(String name) {
        return Optional.ofNullable(
                this.<DriftBaseline>store(DriftTopology.KNOWN_BASELINES).get(name));
    }

    List<DriftChoice> choices() {
        return all(DriftTopology.KNOWN_CHOICES);
    }

    Optional<DriftChoice> choice(String source) {
        return Optional.ofNullable(
                this.<DriftChoice>store(DriftTopology.KNOWN_CHOICES).get(source));
    }

    private <V> List<V> all(String name) {
        var found = new ArrayList<V>();
        try (var all = this.<V>store(name).all()) {
            all.forEachRemaining(entry -> found.add(entry.value));
        }
        return found;
    }

    private <V> ReadOnlyKeyValueStore<String, V> store(String name) {
        return streams.store(
                StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<String, V>keyValueStore()));
    }
}
