package io.timbre.trainer.experiment.lee;

import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.experiment.lee.Condition.Generated;
import io.timbre.trainer.experiment.lee.Condition.Repeated;
import java.util.List;

/**
 * What is run under a protocol.
 *
 * @param conditions {@link Condition#ALONE} and others
 */
record Plan(Protocol protocol, List<Condition> conditions) {

    Plan {
        conditions = List.copyOf(conditions);
    }

    /**
     * The paper's question under its protocol, and the best that its idea can do under the honest one. The other way round
     * as well would be twice the time.
     *
     * @throws IllegalArgumentException if the data cannot be split
     */
    static List<Plan> all(Dataset dataset, Budget budget, long seed) {
        return List.of(
                new Plan(
                        Protocol.published(dataset, budget.seeds(), seed),
                        List.of(
                                Condition.ALONE,
                                new Generated(Pair.PUBLISHED, budget.fewer()),
                                new Generated(Pair.PUBLISHED, budget.more()),
                                new Repeated(budget.more()))),
                new Plan(
                        Protocol.honest(dataset, budget.dealings(), budget.folds(), seed),
                        List.of(
                                Condition.ALONE,
                                new Generated(Pair.CONDITIONAL, budget.more()),
                                new Repeated(budget.more()))));
    }

    /** Those whose examples a condition wants. */
    List<Pair> pairs() {
        return generated().stream().map(Generated::pair).distinct().toList();
    }

    /** How many examples of a pair the conditions want at most. */
    int most(Pair pair) {
        return generated().stream()
                .filter(condition -> condition.pair() == pair)
                .mapToInt(Generated::added)
                .max()
                .orElse(0);
    }

    private List<Generated> generated() {
        return conditions.stream()
                .filter(Generated.class::isInstance)
                .map(Generated.class::cast)
                .toList();
    }
}
