package io.timbre.inference;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What operators see of the model that serves. */
final class ModelMeters {
    private final MeterRegistry meters;
    private final MultiGauge info;
    private final AtomicInteger behind;
    private final Timer swaps;

    ModelMeters(MeterRegistry meters) {
        this.meters = meters;
        this.info = MultiGauge.builder("timbre.model.info")
                .description("1 under the version of the model that serves.")
                .register(meters);
        this.behind = new AtomicInteger();
        Gauge.builder("timbre.model.behind", behind, AtomicInteger::get)
                .description("1 while the champion is not the model that serves.")
                .register(meters);
        this.swaps = Timer.builder("timbre.model.swap")
                .description("From a release being known to its model serving.")
                .serviceLevelObjectives(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5))
                .register(meters);
        for (var refusal : Refusal.values()) {
            refusals(refusal);
        }
    }

    /** A model was fetched, tried and put in the place of the one before. */
    void swapped(Duration elapsed) {
        swaps.record(elapsed);
    }

    void serves(String version) {
        info.register(List.of(Row.of(Tags.of("version", version), 1)), true);
    }

    /** Whether the champion is not the model that serves. */
    void behind(boolean isBehind) {
        behind.set(isBehind ? 1 : 0);
    }

    void refused(Refusal refusal) {
        refusals(refusal).increment();
    }

    private Counter refusals(Refusal refusal) {
        return Counter.builder("timbre.model.refused")
                .description("Times that a released model could not be made to serve.")
                .tag("reason", refusal.code())
                .register(meters);
    }
}
