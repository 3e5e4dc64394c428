package io.timbre.trainer.learning;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.timbre.schemas.avro.Judgement;
import io.timbre.schemas.avro.ModelRelease;
import io.timbre.schemas.avro.TrainingStatus;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What operators see of training. */
final class LearningMeters {
    private static final EnumSet<TrainingStatus> ENDS =
            EnumSet.complementOf(EnumSet.of(TrainingStatus.QUEUED, TrainingStatus.RUNNING));

    private final MeterRegistry meters;
    private final AtomicInteger running = new AtomicInteger();
    private final DistributionSummary examples;
    private final DistributionSummary newLabels;
    private final MultiGauge accuracy;

    LearningMeters(MeterRegistry meters) {
        this.meters = meters;
        Gauge.builder("timbre.training.running", running, AtomicInteger::get)
                .description("1 while a model is being trained or judged.")
                .register(meters);
        this.examples = DistributionSummary.builder("timbre.training.examples")
                .description("Examples that a run found.")
                .register(meters);
        this.newLabels = DistributionSummary.builder("timbre.training.new.labels")
                .description("Labels of a run that the model before it was not trained on.")
                .register(meters);
        this.accuracy = MultiGauge.builder("timbre.training.accuracy")
                .description("Of the latest challenger and the champion beside it, on the same frozen test, 0 to 1.")
                .register(meters);
        ENDS.forEach(this::runs);
        ENDS.forEach(this::duration);
    }

    /** Lets a run be worked on. It need not come to its end, or not this time. */
    Outcome watch(Supplier<Outcome> work) {
        running.set(1);
        var began = Timer.start(meters);
        try {
            var outcome = work.get();
            began.stop(duration(outcome.status()));
            return outcome;
        } finally {
            running.set(0);
        }
    }

    private Timer duration(TrainingStatus end) {
        return Timer.builder("timbre.training.duration")
                .description("From a run being begun to its end.")
                .tag("outcome", code(end))
                .register(meters);
    }

    void ended(Outcome outcome, Stages.Stage stage) {
        runs(outcome.status()).increment();
        examples.record(stage.examples());
        newLabels.record(stage.newLabels());
        outcome.release()
                .map(ModelRelease::getJudgement)
                .flatMap(Optional::ofNullable)
                .ifPresent(this::judged);
    }

    private void judged(Judgement judgement) {
        accuracy.register(
                List.of(
                        Row.of(
                                Tags.of("of", "challenger"),
                                judgement.getChallenger().getAccuracy()),
                        Row.of(
                                Tags.of("of", "champion"),
                                judgement.getChampion().getAccuracy())),
                true);
    }

    private Counter runs(TrainingStatus end) {
        return Counter.builder("timbre.training.runs")
                .description("Training runs that have ended.")
                .tag("outcome", code(end))
                .register(meters);
    }

    private static String code(TrainingStatus end) {
        return end.name().toLowerCase(Locale.ROOT);
    }
}
