package io.timbre.trainer.drift;

import io.timbre.schemas.avro.ArrivedTrack;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/**
 * Passes on the first label of each classification. A correction, or more that becomes known of the track, is another
 * training example of the same error: counted again, it would look like many.
 */
final class FirstLabel implements FixedKeyProcessor<String, ArrivedTrack, ArrivedTrack> {
    /** Track and model, at the time at which the track was accepted. */
    static final String LABELLED = "labelled-arrivals";

    private static final byte[] YES = {1};

    private @Nullable FixedKeyProcessorContext<String, ArrivedTrack> context;
    private @Nullable WindowStore<String, byte[]> labelled;

    @Override
    public void init(FixedKeyProcessorContext<String, ArrivedTrack> context) {
        this.context = context;
        this.labelled = context.getStateStore(LABELLED);
    }

    @Override
    public void process(FixedKeyRecord<String, ArrivedTrack> record) {
        var known = Objects.requireNonNull(labelled);
        var track = record.value();
        var key = track.getTrackId() + "/" + track.getModel();
        long at = track.getAcceptedAt().toEpochMilli();
        if (known.fetch(key, at) == null) {
            known.put(key, YES, at);
            Objects.requireNonNull(context).forward(record);
        }
    }
}
