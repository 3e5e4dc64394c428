package io.timbre.trainer.drift;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.timbre.schemas.avro.DriftWindow;
import io.timbre.schemas.avro.GenreDrift;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Drift in figures. Gauges are of the last window by count over all sources: sources are no closed set. */
final class DriftMeters {
    /** Why an arrival is not counted. */
    enum Dropped {
        /** Accepted longer ago than is remembered, or after its window of time was judged: then only that one lacks it. */
        LATE("late"),
        /** Counted before. */
        REPEATED("repeated"),
        /** Not an arrival: the catalogue is classified again. */
        RECLASSIFIED("reclassified"),
        /** Not by the champion. */
        OTHER_MODEL("other-model");

        private final String why;

        Dropped(String why) {
            this.why = why;
        }
    }

    private final MeterRegistry meters;
    private final MultiGauge statistics;
    private final MultiGauge thresholds;
    private final MultiGauge shares;
    private final MultiGauge drifted;
    private final MultiGauge accuracy;
    private final MultiGauge confidence;
    private final MultiGauge entropy;

    DriftMeters(MeterRegistry meters) {
        this.meters = meters;
        this.statistics = gauge("timbre.drift.statistic", "How far the last window is from its baseline");
        this.thresholds = gauge("timbre.drift.threshold", "What the statistic must exceed to be an alarm");
        this.shares = gauge("timbre.drift.share", "Share of a genre among the tracks, 0 to 1");
        this.drifted = gauge("timbre.drift.drifted", "1 where the last window has drifted");
        this.accuracy = gauge("timbre.drift.estimated.accuracy", "Accuracy estimated without labels, 0 to 1");
        this.confidence = gauge("timbre.drift.confidence", "Mean confidence, 0 to 1");
        this.entropy = gauge("timbre.drift.entropy", "Mean entropy of the posteriors, share of the largest possible");
        Stream.of(Dropped.values()).forEach(why -> dropped(why, 0));
        Stream.of("steady", "drifted", "unjudged").forEach(verdict -> windows(verdict, 0));
        Stream.of("asked", "cooling").forEach(outcome -> retraining(outcome, 0));
    }

    private MultiGauge gauge(String name, String description) {
        return MultiGauge.builder(name).description(description).register(meters);
    }

    void dropped(Dropped why) {
        dropped(why, 1);
    }

    private void dropped(Dropped why, int count) {
        meters.counter("timbre.drift.dropped", "why", why.why).increment(count);
    }

    /** A window that could not be judged, for want of a baseline: what was said of another model holds no longer. */
    void unjudged(String source, DriftWindow kind) {
        windows("unjudged", 1);
        if (source.equals(JudgeWindows.ALL) && kind == DriftWindow.COUNT) {
            gauges().forEach(gauge -> gauge.register(List.of(), true));
        }
    }

    private Stream<MultiGauge> gauges() {
        return Stream.of(statistics, thresholds, shares, drifted, accuracy, confidence, entropy);
    }

    void judged(GenreDrift verdict) {
        windows(verdict.getDrifted() ? "drifted" : "steady", 1);
        show(verdict);
    }

    private void windows(String verdict, int count) {
        meters.counter("timbre.drift.windows", "verdict", verdict).increment(count);
    }

    void asked() {
        retraining("asked", 1);
    }

    void cooling() {
        retraining("cooling", 1);
    }

    private void retraining(String outcome, int count) {
        meters.counter("timbre.drift.retraining", "outcome", outcome).increment(count);
    }

    /** Shows a verdict, if it is one of those that are shown. */
    void show(GenreDrift verdict) {
        if (verdict.getSource() != null || verdict.getWindow() != DriftWindow.COUNT) {
            return;
        }
        var measured = verdict.getStatistics();
        set(statistics, measured.stream().map(one -> Row.of(Tags.of("statistic", one.getName()), one.getValue())));
        set(thresholds, measured.stream().map(one -> Row.of(Tags.of("statistic", one.getName()), one.getThreshold())));
        set(
                shares,
                verdict.getGenres().stream()
                        .flatMap(one -> Stream.of(
                                share(one.getGenre(), "window", one.getShare()),
                                share(one.getGenre(), "baseline", one.getBaselineShare()))));
        set(drifted, verdict.getDrifted() ? 1 : 0);
        set(confidence, verdict.getMeanConfidence());
        set(entropy, verdict.getMeanEntropy());
        set(accuracy, Objects.requireNonNullElse(verdict.getEstimatedAccuracy(), Double.NaN));
    }

    private static Row<?> share(String genre, String of, double share) {
        return Row.of(Tags.of("genre", genre, "of", of), share);
    }

    private static void set(MultiGauge gauge, Stream<? extends Row<?>> rows) {
        gauge.register(List.<Row<?>>copyOf(rows.toList()), true);
    }

    private static void set(MultiGauge gauge, double value) {
        set(gauge, Stream.of(Row.of(Tags.empty(), value)));
    }
}
