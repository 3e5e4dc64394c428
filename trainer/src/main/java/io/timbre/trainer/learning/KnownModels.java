package io.timbre.trainer.learning;

import io.timbre.schemas.Releases;
import io.timbre.schemas.avro.ModelRelease;
import io.timbre.schemas.avro.TrainingRun;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** What every replica knows of runs and models, from the global tables that {@link LearningTopology} keeps. */
@Singleton
public final class KnownModels {
    private static final Comparator<TrainingRun> LATEST_FIRST =
            Comparator.comparing(TrainingRun::getRequestedAt).reversed();

    private static final Duration POLL = Duration.ofMillis(20);

    private final KafkaStreams streams;

    KnownModels(KafkaStreams streams) {
        this.streams = streams;
    }

    /** @throws InvalidStateStoreException while the store is being opened or restored */
    public Releases releases() {
        var releases = Releases.none();
        for (ModelRelease release : this.<ModelRelease>all(LearningTopology.KNOWN_RELEASES)) {
            releases = releases.with(release.getModel(), release);
        }
        return releases;
    }

    /** @throws InvalidStateStoreException while the store is being opened or restored */
    List<TrainingRun> runs() {
        return this.<TrainingRun>all(LearningTopology.KNOWN_RUNS).stream()
                .sorted(LATEST_FIRST)
                .toList();
    }

    /** @throws InvalidStateStoreException while the store is being opened or restored */
    Optional<TrainingRun> run(String id) {
        return Optional.ofNullable(
                this.<TrainingRun>store(LearningTopology.KNOWN_RUNS).get(id));
    }

    /**
     * Waits until a run that was asked for can be looked at.
     *
     * @throws InvalidStateStoreException while the store is being opened or restored
     */
    void awaitRun(String id, Duration patience) throws InterruptedException {
        long began = System.nanoTime();
        while (run(id).isEmpty() && System.nanoTime() - began < patience.toNanos()) {
            Thread.sleep(POLL);
        }
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
