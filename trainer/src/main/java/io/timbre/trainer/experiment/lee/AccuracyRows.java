package io.timbre.trainer.experiment.lee;

import io.timbre.trainer.experiment.Details;
import io.timbre.trainer.experiment.Section.Figure;
import io.timbre.trainer.experiment.Section.Row;
import io.timbre.trainer.experiment.lee.Condition.Alone;
import io.timbre.trainer.experiment.lee.Condition.Generated;
import io.timbre.trainer.experiment.lee.Condition.Repeated;
import io.timbre.trainer.metrics.ClassMetrics;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The paper's figures beside ours, condition by condition. */
record AccuracyRows(Outcome outcome) {

    /** What a row shows of the paper. */
    private record Paper(OptionalDouble percent, String remark) {
        static final Paper NOTHING = new Paper(OptionalDouble.empty(), "");
    }

    private static final Paper ALONE = new Paper(
            OptionalDouble.of(PaperFigure.ALONE.percent()), "the paper: 53 of 101 tracks, one run, random by track");

    private static final Paper GENERATED = new Paper(
            OptionalDouble.of(PaperFigure.GENERATED.percent()),
            "the paper's best with its GAN: 59 of 101 tracks, one run; which number of examples gave it we do not know");

    List<Row> rows() {
        var conditions = outcome.plan().conditions().stream()
                .map(condition -> row(condition.words(), paper(condition), outcome.metrics(condition)));
        return Stream.concat(conditions, Stream.of(row("baseline", Paper.NOTHING, outcome.baseline())))
                .toList();
    }

    private static Paper paper(Condition condition) {
        return switch (condition) {
            case Alone() -> ALONE;
            case Generated(Pair pair, int _) -> pair == Pair.PUBLISHED ? GENERATED : Paper.NOTHING;
            case Repeated(int _) -> Paper.NOTHING;
        };
    }

    private Row row(String what, Paper paper, ClassMetrics metrics) {
        return new Row(
                what,
                outcome.protocol().words(),
                outcome.protocol().honest(),
                paper.percent(),
                Figure.accuracy(metrics),
                paper.remark(),
                Details.of(metrics));
    }
}
