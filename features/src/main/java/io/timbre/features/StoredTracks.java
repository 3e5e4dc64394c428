package io.timbre.features;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.timbre.schemas.ObjectStore;
import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import io.timbre.schemas.avro.Track;
import io.timbre.schemas.avro.TrackFeatures;
import java.nio.file.Files;
import java.nio.file.Path;
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
        this.latency = Timer.builder("timbre.stage.latency")
                .tag("stage", "extract")
                .publishPercentileHistogram()
                .register(meters);
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
        var features = extractor.extract(audio(track), track.getTrackId(), track.getAcceptedAt());
        LOG.infof(
                "extracted %s: %d segments of %.1f s of %s",
                track.getTrackId(), features.getSegments().size(), features.getDurationSeconds(), features.getCodec());
        return features;
    }

    private Path audio(Track track) {
        var object = object(track.getObjectUri());
        if (!Files.exists(object)) {
            throw new RejectedException(Reason.MISSING_OBJECT, "nothing lies at " + track.getObjectUri());
        }
        return object;
    }

    private Path object(String uri) {
        try {
            return store.resolve(uri);
        } catch (IllegalArgumentException e) {
            throw new RejectedException(Reason.MALFORMED_RECORD, String.valueOf(e.getMessage()), e);
        }
    }
}
