package io.timbre.ingest;

import io.timbre.schemas.avro.TrackState;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;

/** What is known of each track, from the store that {@link TrackViewTopology} keeps; it survives restarts. */
@Singleton
final class TrackView {
    private final KafkaStreams streams;

    TrackView(KafkaStreams streams) {
        this.streams = streams;
    }

    /** @throws ViewUnavailableException while the store is being opened or restored */
    Optional<TrackState> find(String trackId) {
        try {
            return Optional.ofNullable(streams.store(StoreQueryParameters.fromNameAndType(
                            TrackViewTopology.STORE, QueryableStoreTypes.<String, TrackState>keyValueStore()))
                    .get(trackId));
        } catch (InvalidStateStoreException e) {
            throw new ViewUnavailableException(e);
        }
    }

    /** As {@link #find}, but empty while the store cannot be asked. */
    Optional<TrackState> findIfOpen(String trackId) {
        try {
            return find(trackId);
        } catch (ViewUnavailableException e) {
            return Optional.empty();
        }
    }
}
