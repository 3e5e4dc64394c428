package io.timbre.explain;

import io.timbre.schemas.avro.Track;
import io.timbre.schemas.avro.TrackClassification;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;

/** What is known of each track, from the stores that {@link ExplainTopology} keeps; they survive restarts. */
@Singleton
final class KnownTracks {
    private final KafkaStreams streams;

    KnownTracks(KafkaStreams streams) {
        this.streams = streams;
    }

    /** @throws UnavailableException while the store is being opened or restored */
    Optional<Track> track(String trackId) {
        return find(AnswerRequests.TRACKS, trackId);
    }

    /** @throws UnavailableException while the store is being opened or restored */
    Optional<TrackClassification> classification(String trackId) {
        return find(AnswerRequests.CLASSIFICATIONS, trackId);
    }

    private <V> Optional<V> find(String store, String trackId) {
        try {
            return Optional.ofNullable(streams.store(
                            StoreQueryParameters.fromNameAndType(store, QueryableStoreTypes.<String, V>keyValueStore()))
                    .get(trackId));
        } catch (InvalidStateStoreException e) {
            throw new UnavailableException(
                    "The view of tracks is being restored",
                    "The service has started or moved and reads its state back.",
                    e);
        }
    }
}
