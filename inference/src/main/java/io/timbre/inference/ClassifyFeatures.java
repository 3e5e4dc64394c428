package io.timbre.inference;

import io.timbre.schemas.TrackIds;
import io.timbre.schemas.avro.TrackClassification;
import io.timbre.schemas.avro.TrackFeatures;
import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/** Classifies one feature record and marks the result as an event of its own. */
final class ClassifyFeatures
        implements FixedKeyProcessor<@Nullable String, @Nullable TrackFeatures, TrackClassification> {
    private final Function<TrackFeatures, TrackClassification> classifier;
    private @Nullable FixedKeyProcessorContext<String, TrackClassification> context;

    ClassifyFeatures(Function<TrackFeatures, TrackClassification> classifier) {
        this.classifier = classifier;
    }

    @Override
    public void init(FixedKeyProcessorContext<@Nullable String, TrackClassification> context) {
        this.context = context;
    }

    @Override
    public void process(FixedKeyRecord<@Nullable String, @Nullable TrackFeatures> record) {
        var features = record.value();
        if (features == null) {
            return;
        }
        TrackIds.requireKey(record.key(), features.getTrackId());
        var classification = classifier.apply(features);
        var headers = ClassificationHeaders.of(record.headers(), "io.timbre.track.classified", classification);
        Objects.requireNonNull(context).forward(record.withValue(classification).withHeaders(headers));
    }
}
