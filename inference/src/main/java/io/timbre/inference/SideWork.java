package io.timbre.inference;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.timbre.schemas.EventHeaders;
import io.timbre.schemas.Releases;
import io.timbre.schemas.Topics;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What goes on beside the main stream: a shadow, and the catalogue being classified again. */
final class SideWork implements AutoCloseable {
    private final BackgroundWork shadow;
    private final BackgroundWork reclassification;

    private SideWork(BackgroundWork shadow, BackgroundWork reclassification) {
        this.shadow = shadow;
        this.reclassification = reclassification;
    }

    static SideWork of(
            Map<String, Object> kafka,
            Topics topics,
            ModelGate gate,
            Classifier classifier,
            InferenceConfig config,
            MeterRegistry meters) {
        var remaining = new AtomicLong();
        Gauge.builder("timbre.reclassification.remaining", remaining, AtomicLong::get)
                .description("Tracks of the catalogue that are still to be classified again.")
                .register(meters);
        var shadow = new Shadow(
                gate,
                new SideStream(kafka, topics, topics.shadowClassifications(), "io.timbre.track.shadow-classified"));
        var reclassification = new Reclassification(
                new SideStream(kafka, topics, topics.classifications(), EventHeaders.RECLASSIFIED),
                classifier::classify,
                config.reclassifyPerSecond(),
                remaining::set);
        var shadowFailures = Counter.builder("timbre.shadow.failures")
                .description("Times that the shadow stopped and was begun anew.")
                .register(meters);
        var failures = Counter.builder("timbre.reclassification.failures")
                .description("Times that classifying the catalogue again stopped and was begun anew.")
                .register(meters);
        return new SideWork(
                new BackgroundWork("shadow", shadow, config.retryInterval(), shadowFailures::increment),
                new BackgroundWork("reclassification", reclassification, config.retryInterval(), failures::increment));
    }

    /** @param serving the model that serves now: only once it is the champion can the catalogue be classified by it */
    void accept(Releases releases, Optional<String> serving) {
        shadow.want(releases.shadow());
        reclassification.want(
                releases.reclassification().filter(champion -> serving.equals(Optional.of(champion.getModel()))));
    }

    @Override
    public void close() {
        shadow.close();
        reclassification.close();
    }
}
