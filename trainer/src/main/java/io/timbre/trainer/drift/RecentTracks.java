package io.timbre.trainer.drift;

import io.timbre.schemas.avro.ArrivedTrack;
import org.apache.kafka.streams.state.KeyValueStore;

/** The latest tracks of each source, as many as a baseline takes: what a past window is made a baseline from. */
final class RecentTracks {
    /** Source and number to track. */
    static final String STORE = "drift-recent-tracks";

    private static final int KEPT = Baseline.LARGEST;

    private final KeyValueStore<String, ArrivedTrack> store;

    RecentTracks(KeyValueStore<String, ArrivedTrack> store) {
        this.store = store;
    }

    /** @param number of the track among those of its source */
    void keep(String source, long number, ArrivedTrack track) {
        store.put(RingKey.of(source, number, KEPT), track);
    }

    void forget(String source) {
        RingKey.keys(store, source).forEach(store::delete);
    }
}
