package io.timbre.features;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.timbre.schemas.ObjectStore;
import io.timbre.schemas.StageLatency;
import io.timbre.schemas.avro.Track;
import io.timbre.schemas.avro.TrackFeatures;
import java.util.Objects;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Extracts the features of tracks whose bytes lie in the object store; logs and times each. */
final class StoredTracks implements Function<Track, TrackFeatures> {
    private static final Logger LOG = Logger.getLogger(StoredTracks.class);

    private final ObjectStore store;
    private final FeatureExtractor extractor;
    private final Timer latency;

    StoredTracks(ObjectStore store, FeatureExtractor extractor, MeterRegistry meters) {
        this.store = store;
        this.extractor = extractor;
        this.latency = StageLatency.EXTRACT.timer(meters);
    }

    @Override
    public TrackFeatures apply(Track track) {
        MDC.put("track_id", track.getTrackId());
        try {
            return Objects.requireNonNull(latency.record(() -> extract(track)));
        } finally {
            MDC.remove("track_id");
        }
    }

    private TrackFeatures extract(Track track) {
        var features =
                extractor.extract(store.require(track.getObjectUri()), track.getTrackId(), track.getAcceptedAt());
        LOG.infof(
                "extracted %s: %d segments of %.1f s of %s",
                track.getTrackId(), features.getSegments().size(), features.getDurationSeconds(), features.getCodec());
        return TrackFeatures.newBuilder(features).setSource(track.getSource()).build();
    }
}
