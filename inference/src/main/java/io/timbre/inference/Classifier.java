package io.timbre.inference;

import io.timbre.networks.model.ModelDescription;
import io.timbre.networks.model.ModelDescription.FrontEnd;
import io.timbre.networks.model.TrackPrediction;
import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import io.timbre.schemas.SegmentValues;
import io.timbre.schemas.TrackIds;
import io.timbre.schemas.avro.SegmentPosteriors;
import io.timbre.schemas.avro.TrackClassification;
import io.timbre.schemas.avro.TrackFeatures;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Turns the feature record of a track into its classification. As safe to share as the prediction it is given. */
public final class Classifier {
    private final FrontEnd frontEnd;
    private final Function<float[][], Decision> decisions;
    private final int segmentElements;

    /**
     * @param prediction of a track from its segments, each a row-major array of the model's segment shape: the model
     *     itself, or a queue before it
     */
    public Classifier(ModelDescription model, Function<float[][], TrackPrediction> prediction) {
        this(model.frontEnd(), segments -> new Decision(model, prediction.apply(segments)));
    }

    /** @param decisions on tracks from their segments, by models that may change but for their front end */
    Classifier(FrontEnd frontEnd, Function<float[][], Decision> decisions) {
        this.frontEnd = frontEnd;
        this.decisions = decisions;
        this.segmentElements =
                frontEnd.segmentShape().stream().mapToInt(Integer::intValue).reduce(1, Math::multiplyExact);
    }

    /** @throws RejectedException if the features are not those the model was trained on */
    public TrackClassification classify(TrackFeatures features) {
        requireOwnFrontEnd(features);
        return classification(features, decisions.apply(segments(features)));
    }

    private void requireOwnFrontEnd(TrackFeatures features) {
        if (!frontEnd.fingerprint().equals(features.getFingerprint())
                || !frontEnd.segmentShape().equals(features.getSegmentShape())) {
            throw new RejectedException(
                    Reason.FRONT_END_MISMATCH,
                    "the model was trained on %s %s %s: met %s %s %s"
                            .formatted(
                                    frontEnd.name(),
                                    frontEnd.segmentShape(),
                                    frontEnd.fingerprint(),
                                    features.getFrontEnd(),
                                    features.getSegmentShape(),
                                    features.getFingerprint()));
        }
        if (features.getSegments().isEmpty()) {
            throw new RejectedException(Reason.MALFORMED_RECORD, "a feature record has at least one segment: had none");
        }
    }

    private float[][] segments(TrackFeatures features) {
        return features.getSegments().stream()
                .map(segment -> SegmentValues.read(segment.getValues(), features.getElementType(), segmentElements))
                .toArray(float[][]::new);
    }

    private static TrackClassification classification(TrackFeatures features, Decision decision) {
        var model = decision.model();
        var predicted = decision.prediction();
        return TrackClassification.newBuilder()
                .setClassificationId(
                        TrackIds.derived(features.getTrackId(), model.version(), features.getFingerprint()))
                .setTrackId(features.getTrackId())
                .setGenre(predicted.genre())
                .setConfidence(predicted.confidence())
                .setGenres(model.classes())
                .setPosteriors(list(predicted.posteriors()))
                .setSegments(segmentPosteriors(features, predicted))
                .setEmbedding(list(predicted.embedding()))
                .setModel(model.version())
                .setFrontEnd(features.getFrontEnd())
                .setFingerprint(features.getFingerprint())
                .setDurationSeconds(features.getDurationSeconds())
                .setSource(features.getSource())
                .setAcceptedAt(features.getAcceptedAt())
                .setFeaturesAt(features.getExtractedAt())
                .setClassifiedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .build();
    }

    private static List<SegmentPosteriors> segmentPosteriors(TrackFeatures features, TrackPrediction predicted) {
        var segments = new ArrayList<SegmentPosteriors>();
        for (int i = 0; i < predicted.segmentPosteriors().length; i++) {
            segments.add(new SegmentPosteriors(
                    features.getSegments().get(i).getStartSeconds(),
                    list(predicted.segmentPosteriors()[i])));
        }
        return segments;
    }

    private static List<Float> list(float[] values) {
        var list = new ArrayList<Float>(values.length);
        for (float value : values) {
            list.add(value);
        }
        return list;
    }
}
