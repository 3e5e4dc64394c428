package io.timbre.inference;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.timbre.schemas.StageLatency;
import io.timbre.schemas.avro.TrackClassification;
import io.timbre.schemas.avro.TrackFeatures;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Classifies, logs and counts each classification, and times the stage and the whole way since the upload. */
final class TimedClassifier implements Function<TrackFeatures, TrackClassification> {
    private static final Logger LOG = Logger.getLogger(TimedClassifier.class);

    private final Classifier classifier;
    private final MeterRegistry meters;
    private final Timer stage;
    private final Timer wholeWay;

    TimedClassifier(Classifier classifier, MeterRegistry meters) {
        this.classifier = classifier;
        this.meters = meters;
        this.stage = StageLatency.CLASSIFY.timer(meters);
        this.wholeWay = StageLatency.WHOLE_WAY.timer(meters);
    }

    @Override
    public TrackClassification apply(TrackFeatures features) {
        MDC.put("track_id", features.getTrackId());
        try {
            var classification = Objects.requireNonNull(stage.record(() -> classifier.classify(features)));
            wholeWay.record(Duration.between(classification.getAcceptedAt(), classification.getClassifiedAt()));
            count(classification.getGenre());
            LOG.infof(
                    "classified %s: %s %.2f",
                    classification.getTrackId(), classification.getGenre(), classification.getConfidence());
            return classification;
        } finally {
            MDC.remove("track_id");
        }
    }

    /** @param genre one of the model's, which are a closed set */
    private void count(String genre) {
        Counter.builder("timbre.tracks.classified")
                .description("Tracks that were given a genre.")
                .tag("genre", genre)
                .register(meters)
                .increment();
    }
}
