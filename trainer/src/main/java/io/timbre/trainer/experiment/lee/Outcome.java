package io.timbre.trainer.experiment.lee;

import io.timbre.trainer.data.Prediction;
import io.timbre.trainer.data.Split;
import io.timbre.trainer.experiment.Section.Figure;
import io.timbre.trainer.metrics.ClassMetrics;
import io.timbre.trainer.metrics.Interval;
import java.util.Arrays;
import java.util.List;

/**
 * All seeds under one protocol.
 *
 * @param first the split of the first seed
 */
record Outcome(Protocol protocol, Split first, List<Condition> conditions, List<Trial> trials) {

    /** What each condition but {@link Condition#ALONE} does. */
    List<Effect> effects() {
        return conditions.stream()
                .filter(condition -> condition.pair().isPresent())
                .map(condition -> Effect.of(condition, trials))
                .toList();
    }

    /** Mean accuracy of a condition over the seeds, percent. */
    Figure figure(Condition condition) {
        return figure(Effect.accuracies(condition, trials));
    }

    /** Mean accuracy of the plain network over the seeds, percent. */
    Figure baseline() {
        return figure(
                trials.stream().mapToDouble(trial -> 100 * trial.baseline()).toArray());
    }

    /** What the LSTM alone makes of all test parts together. */
    ClassMetrics alone() {
        List<Prediction> all =
                trials.stream().flatMap(trial -> trial.alone().stream()).toList();
        return ClassMetrics.of(first.dataset().classes(), all);
    }

    private static Figure figure(double... accuracies) {
        var interval = Interval.ofMean(accuracies);
        return new Figure(
                Arrays.stream(accuracies).average().orElseThrow(),
                "%",
                interval.low(),
                interval.high(),
                accuracies.length);
    }
}
