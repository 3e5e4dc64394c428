package io.timbre.inference;

import io.timbre.schemas.EventHeaders;
import io.timbre.schemas.avro.TrackClassification;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** A classification as an event of its own, in the trace of the features that it was made from. */
final class ClassificationHeaders {
    private ClassificationHeaders() {}

    static Headers of(Headers ofFeatures, String type, TrackClassification classification) {
        var headers = new RecordHeaders(ofFeatures.toArray());
        EventHeaders.stamp(
                headers, type, "inference", classification.getClassificationId(), classification.getClassifiedAt());
        return headers;
    }
}
