package io.timbre.trainer.experiment.lee;

import io.timbre.trainer.data.Prediction;
import io.timbre.trainer.data.Split;
import io.timbre.trainer.metrics.ClassMetrics;
import java.util.List;
import java.util.function.Function;

/**
 * All runs of a plan.
 *
 * @param trials in the order of the runs
 */
record Outcome(Plan plan, List<Trial> trials) {

    Protocol protocol() {
        return plan.protocol();
    }

    /** The split of the first run. */
    Split first() {
        return protocol().runs().getFirst().split();
    }

    /** The test parts of all runs together. */
    ClassMetrics metrics(Condition condition) {
        return ClassMetrics.of(
                classes(), pooled(trial -> trial.tested(condition)), protocol().drawn());
    }

    /** What the plain network makes of the same. */
    ClassMetrics baseline() {
        return ClassMetrics.of(classes(), pooled(Trial::baseline), protocol().drawn());
    }

    Effects effects() {
        return new Effects(
                protocol().words(),
                trials.size(),
                Contest.among(plan.conditions()).stream()
                        .map(contest ->
                                Effect.of(contest, accuracies(contest.condition()), accuracies(contest.against())))
                        .toList());
    }

    /** Percent, one a run. */
    private double[] accuracies(Condition condition) {
        return trials.stream()
                .mapToDouble(trial -> 100
                        * ClassMetrics.of(classes(), trial.tested(condition)).accuracy())
                .toArray();
    }

    private List<Prediction> pooled(Function<Trial, List<Prediction>> which) {
        return trials.stream().flatMap(trial -> which.apply(trial).stream()).toList();
    }

    private List<String> classes() {
        return first().dataset().classes();
    }
}
