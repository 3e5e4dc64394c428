package io.timbre.inference;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
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
        this.behind = Objects.requireNonNull(meters.gauge("timbre.model.behind", new AtomicInteger()));
        this.swaps = Timer.builder("timbre.model.swap")
                .description("From a release being known to its model serving.")
                .publishPercentileHistogram()
                .register(meters);
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
        meters.counter("timbre.model.refused", "reason", refusal.code()).increment();
    }
}
