package io.timbre.trainer.drift;

import io.timbre.schemas.EventHeaders;
import io.timbre.schemas.TrackIds;
import io.timbre.schemas.avro.ArrivedTrack;
import io.timbre.schemas.avro.TrackClassification;
import io.timbre.trainer.drift.DriftMeters.Dropped;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/**
 * Passes on the first classification of each track that comes in, once. A repeat is known by its id for as long as is
 * remembered; what was accepted before that is late, so that a replay from long ago does not count again either.
 *
 * <p>Time is when tracks were accepted, by each partition's latest. A clock that runs ahead of this one is not believed: it
 * would make all others late.
 */
final class CountOnce implements FixedKeyProcessor<@Nullable String, @Nullable TrackClassification, ArrivedTrack> {
    /** Classification id, at the time at which its track was accepted. */
    static final String COUNTED = "counted-classifications";

    /** One entry: when the latest track was accepted, milliseconds since the epoch. */
    static final String LATEST = "latest-arrival";

    private static final byte[] YES = {1};

    private final DriftSettings settings;
    private final DriftMeters meters;
    private @Nullable FixedKeyProcessorContext<String, ArrivedTrack> context;
    private @Nullable WindowStore<String, byte[]> counted;
    private @Nullable KeyValueStore<String, Long> latest;

    CountOnce(DriftSettings settings, DriftMeters meters) {
        this.settings = settings;
        this.meters = meters;
    }

    @Override
    public void init(FixedKeyProcessorContext<@Nullable String, ArrivedTrack> context) {
        this.context = context;
        this.counted = context.getStateStore(COUNTED);
        this.latest = context.getStateStore(LATEST);
    }

    @Override
    public void process(FixedKeyRecord<@Nullable String, @Nullable TrackClassification> record) {
        var classification = record.value();
        if (classification == null) {
            return;
        }
        TrackIds.requireKey(record.key(), classification.getTrackId());
        if (isReclassified(record.headers())) {
            meters.dropped(Dropped.RECLASSIFIED);
            return;
        }
        var next = Objects.requireNonNull(context);
        long at = Math.min(classification.getAcceptedAt().toEpochMilli(), next.currentSystemTimeMs());
        if (isToCount(classification.getClassificationId(), at)) {
            next.forward(record.withValue(arrived(classification, Instant.ofEpochMilli(at))));
        }
    }

    private static boolean isReclassified(Headers headers) {
        return EventHeaders.type(headers)
                .filter(EventHeaders.RECLASSIFIED::equals)
                .isPresent();
    }

    private boolean isToCount(String id, long at) {
        var known = Objects.requireNonNull(counted);
        long last = Math.max(at, latest());
        long oldest = last - settings.remembered().toMillis();
        if (at <= oldest) {
            meters.dropped(Dropped.LATE);
            return false;
        }
        try (var found = known.fetch(id, oldest, last)) {
            if (found.hasNext()) {
                meters.dropped(Dropped.REPEATED);
                return false;
            }
        }
        known.put(id, YES, at);
        Objects.requireNonNull(latest).put(LATEST, last);
        return true;
    }

    private long latest() {
        return Objects.requireNonNullElse(Objects.requireNonNull(latest).get(LATEST), Long.MIN_VALUE / 2);
    }

    private static ArrivedTrack arrived(TrackClassification classification, Instant at) {
        return ArrivedTrack.newBuilder()
                .setTrackId(classification.getTrackId())
                .setSource(classification.getSource())
                .setModel(classification.getModel())
                .setGenre(classification.getGenre())
                .setPosteriors(classification.getPosteriors())
                .setEmbedding(classification.getEmbedding())
                .setAcceptedAt(at)
                .build();
    }
}
