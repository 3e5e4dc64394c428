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
 *
 * @param measured how well each seed tells emotions
 */
record SongOutcomes(List<SongOutcome> seeds, List<MultiLabelMetrics> measured) {

    private static final double CHANCE = 0.5;
    private static final double PAPER_SAME_PERCENT = 100;

    SongOutcomes {
        seeds = List.copyOf(seeds);
        measured = List.copyOf(measured);
    }

    /** Measures each seed. */
    static SongOutcomes of(List<SongOutcome> seeds) {
        return new SongOutcomes(seeds, seeds.stream().map(SongOutcome::metrics).toList());
    }

    SongOutcome first() {
        return seeds.getFirst();
    }

    String attempt() {
        return first().attempt();
    }

    MultiLabelMetrics metrics() {
        return measured.getFirst();
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

    /** Whether it is shown to learn anything: all of the interval must lie above chance. */
    String verdict() {
        return metrics().rocAucInterval().low() > CHANCE ? "above chance" : "not shown to be above chance";
    }

    /** Of every seed, in order. */
    List<Double> rocAucs() {
        return measured.stream().map(MultiLabelMetrics::rocAuc).toList();
    }

    Row row(String protocol) {
        return new Row(
                attempt() + ": ROC-AUC",
                protocol,
                true,
                OptionalDouble.empty(),
                rocAuc(),
                verdict(),
                Map.of(
                        "mean average precision", metrics().averagePrecision(),
                        "spread of posteriors", first().spread()));
    }

    /** Of how many songs it says one and the same: of all, as the paper tells of its own. */
    Row samenessRow(String protocol) {
        return new Row(
                attempt() + ": a fold's songs of one and the same answer",
                protocol,
                true,
                OptionalDouble.of(PAPER_SAME_PERCENT),
                Figure.of(100 * first().sameAnswer(), "%", first().predictions().size()),
                "the paper's networks said the same of every song",
                Map.of());
    }
}
