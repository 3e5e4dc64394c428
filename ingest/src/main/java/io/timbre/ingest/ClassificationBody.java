package io.timbre.ingest;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.timbre.schemas.avro.TrackClassification;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A classification as the API shows it: posteriors by genre, in the model's order. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record ClassificationBody(
        String classificationId,
        String trackId,
        String genre,
        float confidence,
        Map<String, Float> posteriors,
        List<SegmentBody> segments,
        List<Float> embedding,
        String model,
        String frontEnd,
        String frontEndFingerprint,
        double durationSeconds,
        Instant acceptedAt,
        Instant featuresAt,
        Instant classifiedAt) {

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record SegmentBody(float startSeconds, Map<String, Float> posteriors) {}

    static ClassificationBody of(TrackClassification record) {
        var genres = record.getGenres();
        return new ClassificationBody(
                record.getClassificationId(),
                record.getTrackId(),
                record.getGenre(),
                record.getConfidence(),
                byGenre(genres, record.getPosteriors()),
                record.getSegments().stream()
                        .map(segment ->
                                new SegmentBody(segment.getStartSeconds(), byGenre(genres, segment.getPosteriors())))
                        .toList(),
                record.getEmbedding(),
                record.getModel(),
                record.getFrontEnd(),
                record.getFingerprint(),
                record.getDurationSeconds(),
                record.getAcceptedAt(),
                record.getFeaturesAt(),
                record.getClassifiedAt());
    }

    private static Map<String, Float> byGenre(List<String> genres, List<Float> posteriors) {
        var named = new LinkedHashMap<String, Float>();
        for (int i = 0; i < genres.size(); i++) {
            named.put(genres.get(i), posteriors.get(i));
        }
        return named;
    }
}
