package io.timbre.features;

import io.timbre.schemas.EventHeaders;
import io.timbre.schemas.TrackIds;
import io.timbre.schemas.avro.Track;
import io.timbre.schemas.avro.TrackFeatures;
import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Extracts the features of each track the first time it comes by, and remembers by which front end: the same track
 * again (uploaded twice at once, or described anew) has no effect. A rejected track is not remembered, so that it can
 * be sent again.
 */
final class ExtractOnce implements FixedKeyProcessor<@Nullable String, @Nullable Track, TrackFeatures> {
    /** Track id to fingerprint of the front end. */
    static final String STORE = "extracted-tracks";

    private final Function<Track, TrackFeatures> extractor;
    private final String fingerprint;
    private @Nullable FixedKeyProcessorContext<String, TrackFeatures> context;
    private @Nullable KeyValueStore<String, String> extracted;

    ExtractOnce(Function<Track, TrackFeatures> extractor, String fingerprint) {
        this.extractor = extractor;
        this.fingerprint = fingerprint;
    }

    @Override
    public void init(FixedKeyProcessorContext<@Nullable String, TrackFeatures> context) {
        this.context = context;
        this.extracted = context.getStateStore(STORE);
    }

    @Override
    public void process(FixedKeyRecord<@Nullable String, @Nullable Track> record) {
        var track = record.value();
        if (track == null) {
            return;
        }
        var trackId = track.getTrackId();
        TrackIds.requireKey(record.key(), trackId);
        var remembered = Objects.requireNonNull(extracted);
        if (fingerprint.equals(remembered.get(trackId))) {
            return;
        }
        var features = extractor.apply(track);
        remembered.put(trackId, fingerprint);
        var headers = new RecordHeaders(record.headers().toArray());
        EventHeaders.stamp(
                headers,
                "io.timbre.track.features-extracted",
                "features",
                TrackIds.derived(trackId, fingerprint),
                features.getExtractedAt());
        Objects.requireNonNull(context).forward(record.withValue(features).withHeaders(headers));
    }
}
