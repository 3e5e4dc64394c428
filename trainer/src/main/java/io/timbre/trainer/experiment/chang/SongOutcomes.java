package io.timbre.trainer.experiment.chang;

import io.timbre.trainer.experiment.Section.Figure;
import io.timbre.trainer.experiment.Section.Row;
import io.timbre.trainer.metrics.MultiLabelMetrics;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * An attempt with one seed or several, each with folds and weights of its own. Figures with intervals are those of the
 * first seed.
 */
record SongOutcomes(List<SongOutcome> seeds) {

    SongOutcomes {
        seeds = List.copyOf(seeds);
    }

    SongOutcome first() {
        return seeds.getFirst();
    }

    String attempt() {
        return first().attempt();
    }

    MultiLabelMetrics metrics() {
        return first().metrics();
    }

    Figure rocAuc() {
        var metrics = metrics();
        return new Figure(
                metrics.rocAuc(),
                "",
                metrics.rocAucInterval().low(),
                metrics.rocAucInterval().high(),
                first().predictions().size());
    }

    /** Of every seed, in order. */
    List<Double> rocAucs() {
        return seeds.stream().map(seed -> seed.metrics().rocAuc()).toList();
    }

    Row row(String protocol, String remark) {
        return new Row(
                attempt(),
                protocol,
                true,
                OptionalDouble.empty(),
                rocAuc(),
                remark,
                Map.of(
                        "mean average precision", metrics().averagePrecision(),
                        "spread of posteriors", first().spread(),
                        "songs with the most frequent answer (%)", 100 * first().sameAnswer()));
    }
}
