package io.timbre.trainer.metrics;

import io.timbre.trainer.data.Prediction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How well labels were found of which any number may hold for an example. Targets of weight 0 are not looked at.
 * Intervals come from a bootstrap over tracks, or over examples where they name no track.
 *
 * @param perLabel in the order of the classes
 * @param rocAuc mean over the labels of which examples with and without are known; NaN if there are none
 * @param averagePrecision mean over the labels of which an example is known; NaN if there are none
 */
public record MultiLabelMetrics(
        List<LabelFigures> perLabel,
        double rocAuc,
        Interval rocAucInterval,
        double averagePrecision,
        Interval averagePrecisionInterval) {

    public MultiLabelMetrics {
        perLabel = List.copyOf(perLabel);
    }

    /**
     * Measures predictions.
     *
     * @throws IllegalArgumentException if there are none, or one has not one finite posterior a class
     */
    public static MultiLabelMetrics of(List<String> classes, List<Prediction> predictions) {
        Posteriors.require(classes, predictions);
        var rankings = IntStream.range(0, classes.size())
                .mapToObj(label -> Ranking.of(label, predictions))
                .toList();
        var bootstrap = Bootstrap.over(predictions);
        var once = bootstrap.once();
        var areas = areas(rankings, once);
        var areaIntervals = bootstrap.intervals(times -> areas(rankings, times));
        var precisions = precisions(rankings, once);
        var precisionIntervals = bootstrap.intervals(times -> precisions(rankings, times));
        var perLabel = new ArrayList<LabelFigures>();
        for (int label = 0; label < classes.size(); label++) {
            perLabel.add(new LabelFigures(
                    classes.get(label),
                    rankings.get(label).positives(),
                    rankings.get(label).known(),
                    areas[label],
                    areaIntervals.get(label),
                    precisions[label],
                    precisionIntervals.get(label)));
        }
        return new MultiLabelMetrics(
                perLabel,
                areas[classes.size()],
                areaIntervals.getLast(),
                precisions[classes.size()],
                precisionIntervals.getLast());
    }

    private static double[] areas(List<Ranking> rankings, int[] times) {
        return withMean(rankings.stream().mapToDouble(ranking -> ranking.rocAuc(times)));
    }

    private static double[] precisions(List<Ranking> rankings, int[] times) {
        return withMean(rankings.stream().mapToDouble(ranking -> ranking.averagePrecision(times)));
    }

    /** The figures, and behind them the mean of those that are known. */
    private static double[] withMean(DoubleStream figures) {
        var known = figures.toArray();
        var result = Arrays.copyOf(known, known.length + 1);
        result[known.length] = Arrays.stream(known)
                .filter(figure -> !Double.isNaN(figure))
                .average()
                .orElse(Double.NaN);
        return result;
    }
}
