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
import java.util.stream.Stream;

/** What the thesis left to others: are kernels of the first layer that look alike needed? */
final class SimilarKernels {

    private static final List<Double> LEAST_COSINES = List.of(0.95, 0.9, 0.8, 0.6);

    private SimilarKernels() {}

    /** @param cnns fitted CNNs */
    static List<Section> sections(List<Tried> cnns) {
        var rows = new ArrayList<List<String>>();
        for (var cnn : cnns) {
            rows.add(row(cnn, "none", Design.KERNELS, cnn.outcome().test(), "-"));
            for (double leastCosine : LEAST_COSINES) {
                rows.add(merged(cnn, leastCosine));
            }
        }
        return List.of(
                new Section.Text(
                        "Removing similar kernels",
                        "Further research of the thesis. Kernels of the first layer whose cosine is at least a limit are merged "
                                + "into one, and what the second layer did with the others it does with that one; nothing is "
                                + "fitted anew. Beside it, the same CNNs with as few kernels left, whichever, and nothing merged."),
                new Table(
                        "Similar kernels of the first layer",
                        List.of(
                                "split",
                                "merged from cosine",
                                "kernels left of " + Design.KERNELS + ", mean",
                                "accuracy (%)",
                                "macro F1 (%)",
                                "accuracy with as few, whichever (%)"),
                        rows));
    }

    private static List<String> merged(Tried cnn, double leastCosine) {
        var merged = new ArrayList<Pruned>();
        var thinned = new ArrayList<Pruned>();
        var fits = cnn.outcome().fits();
        for (int n = 0; n < fits.size(); n++) {
            long seed = n;
            var fit = fits.get(n);
            var test = fit.predictions().getOrDefault(Part.TEST, List.of()).stream()
                    .map(Prediction::example)
                    .toList();
            var dataset = cnn.variation().dataset();
            var network = cnn.variation()
                    .design()
                    .table()
                    .of(dataset.inputShape(), dataset.classes().size());
            var fitted = new PrunedCnn(network, fit.parameters());
            var smaller = fitted.predict(kernels -> kernels.merged(leastCosine), test);
            merged.add(smaller);
            thinned.add(fitted.predict(kernels -> kernels.thinned(smaller.kernels(), seed), test));
        }
        double left = merged.stream().mapToInt(Pruned::kernels).average().orElseThrow();
        return row(
                cnn,
                decimal(2, leastCosine),
                left,
                metrics(cnn, merged),
                decimal(1, 100 * metrics(cnn, thinned).accuracy()));
    }

    private static ClassMetrics metrics(Tried cnn, List<Pruned> pruned) {
        return ClassMetrics.of(
                cnn.variation().dataset().classes(),
                pruned.stream().flatMap(one -> one.predictions().stream()).toList());
    }

    private static List<String> row(Tried cnn, String from, double left, ClassMetrics metrics, String thinned) {
        return Stream.of(
                        cnn.variation().protocol().word(),
                        from,
                        decimal(1, left),
                        decimal(1, 100 * metrics.accuracy()),
                        decimal(1, 100 * metrics.macroF1()),
                        thinned)
                .toList();
    }

    private static String decimal(int digits, double value) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
