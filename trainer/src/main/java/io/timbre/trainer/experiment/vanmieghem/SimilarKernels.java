package io.timbre.trainer.experiment.vanmieghem;

import io.timbre.trainer.data.Part;
import io.timbre.trainer.data.Prediction;
import io.timbre.trainer.experiment.Section;
import io.timbre.trainer.experiment.Section.Table;
import io.timbre.trainer.experiment.vanmieghem.PrunedCnn.Pruned;
import io.timbre.trainer.experiment.vanmieghem.Variation.Tried;
import io.timbre.trainer.metrics.ClassMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/** What the thesis left to others: are kernels of the first layer that look alike needed? */
final class SimilarKernels {

    private static final List<Double> LEAST_COSINES = List.of(0.95, 0.9, 0.8, 0.6);

    private final Tried cnn;
    private final int draws;

    private SimilarKernels(Tried cnn, int draws) {
        this.cnn = cnn;
        this.draws = draws;
    }

    /**
     * Prunes fitted CNNs.
     *
     * @param draws how often as many kernels are left out at random
     */
    static List<Section> sections(List<Tried> cnns, int draws) {
        var rows = new ArrayList<List<String>>();
        for (var cnn : cnns) {
            rows.addAll(new SimilarKernels(cnn, draws).rows());
        }
        return List.of(
                new Section.Text(
                        "Removing similar kernels",
                        "Further research of the thesis. Kernels of the first layer whose cosine is at least a limit are merged "
                                + "into one, and what the second layer did with the others it does with that one; nothing is "
                                + "fitted anew. Beside it, the same CNNs with as few kernels left, whichever, and nothing merged: "
                                + draws + " draws, their mean and standard deviation."),
                new Table(
                        "Similar kernels of the first layer",
                        List.of(
                                "split",
                                "merged from cosine",
                                "kernels left of " + Design.KERNELS + ", mean",
                                "accuracy (%)",
                                "macro F1 (%)",
                                "accuracy with as few, whichever (%)",
                                "draws that are worse"),
                        rows));
    }

    private List<List<String>> rows() {
        var rows = new ArrayList<List<String>>();
        rows.add(row("none", Design.KERNELS, cnn.outcome().test(), "-", "-"));
        LEAST_COSINES.forEach(leastCosine -> rows.add(merged(leastCosine)));
        return rows;
    }

    private List<String> merged(double leastCosine) {
        var merged = each(fit -> predict(fit, kernels -> kernels.merged(leastCosine)));
        var metrics = metrics(merged);
        var thinned = new DescriptiveStatistics(IntStream.range(0, draws)
                .mapToDouble(draw -> 100 * metrics(thinned(merged, draw)).accuracy())
                .toArray());
        long worse = IntStream.range(0, draws)
                .filter(draw -> thinned.getElement(draw) < 100 * metrics.accuracy())
                .count();
        return row(
                decimal(2, leastCosine),
                merged.stream().mapToInt(Pruned::kernels).average().orElseThrow(),
                metrics,
                decimal(1, thinned.getMean()) + " ± " + decimal(1, thinned.getStandardDeviation()),
                worse + " of " + draws);
    }

    /** As many kernels as are left of each merged one, of each fit others. */
    private List<Pruned> thinned(List<Pruned> merged, int draw) {
        return each(fit ->
                predict(fit, kernels -> kernels.thinned(merged.get(fit).kernels(), (long) draw * merged.size() + fit)));
    }

    private List<Pruned> each(IntFunction<Pruned> pruned) {
        return IntStream.range(0, cnn.outcome().fits().size()).mapToObj(pruned).toList();
    }

    private Pruned predict(int number, UnaryOperator<FirstKernels> prune) {
        var fit = cnn.outcome().fits().get(number);
        var dataset = cnn.variation().dataset();
        var network = cnn.variation()
                .design()
                .table()
                .of(dataset.inputShape(), dataset.classes().size());
        var test = fit.predictions().getOrDefault(Part.TEST, List.of()).stream()
                .map(Prediction::example)
                .toList();
        return new PrunedCnn(network, fit.parameters()).predict(prune, test);
    }

    private ClassMetrics metrics(List<Pruned> pruned) {
        return ClassMetrics.of(
                cnn.variation().dataset().classes(),
                pruned.stream().flatMap(one -> one.predictions().stream()).toList());
    }

    private List<String> row(String from, double left, ClassMetrics metrics, String thinned, String worse) {
        return List.of(
                cnn.variation().protocol().word(),
                from,
                decimal(1, left),
                decimal(1, 100 * metrics.accuracy()),
                decimal(1, 100 * metrics.macroF1()),
                thinned,
                worse);
    }

    private static String decimal(int digits, double value) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
