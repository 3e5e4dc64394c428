package io.timbre.trainer.experiment.lee;

import java.util.List;
import java.util.stream.Stream;

/** Two conditions that are run with the same splits, seeds and weights to begin with. */
record Contest(Condition condition, Condition against) {

    /** Each condition against the LSTM alone, and what is generated against as many real tracks repeated, where they are. */
    static List<Contest> among(List<Condition> conditions) {
        var alone = conditions.stream()
                .filter(condition -> !condition.equals(Condition.ALONE))
                .map(condition -> new Contest(condition, Condition.ALONE));
        var controlled = conditions.stream()
                .filter(Condition.Generated.class::isInstance)
                .map(condition -> new Contest(condition, new Condition.Repeated(condition.added())))
                .filter(contest -> conditions.contains(contest.against()));
        return Stream.concat(alone, controlled).toList();
    }

    boolean isControlled() {
        return against instanceof Condition.Repeated;
    }

    /** For reports. */
    String words() {
        return condition.words() + " against " + against.words();
    }
}
