package io.timbre.trainer.metrics;

import io.timbre.trainer.data.Grouping;
import io.timbre.trainer.data.Prediction;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well examples were told apart that are of exactly one class each. The class of the largest posterior counts, the
 * first of equal ones.
 *
 * @param count of the predictions
 * @param examples that they are of: fewer where several networks are asked of the same
 * @param accuracyInterval by a bootstrap over tracks, or over examples where they name no track, unless told otherwise
 * @param perClass in the order of the classes
 * @param confusion how often the class of the row was taken for that of the column
 * @param logLoss mean over the predictions, nats; posteriors are kept 2^-23 away from 0 and 1
 * @param calibrationError see {@link CalibrationError}
 */
@SuppressWarnings("ArrayRecordComponent") // read and never compared
public record ClassMetrics(
        int count,
        int examples,
        double accuracy,
        Interval accuracyInterval,
        List<ClassFigures> perClass,
        int[][] confusion,
        double logLoss,
        double calibrationError) {

    /** What scikit-learn keeps away from 0 for single precision: {@code numpy.finfo("float32").eps}. */
    private static final double LEAST_POSTERIOR = Math.ulp(1f);

    public ClassMetrics {
        perClass = List.copyOf(perClass);
    }

    /**
     * Measures predictions.
     *
     * @throws IllegalArgumentException if there are none, or one has not one finite posterior a class
     */
    public static ClassMetrics of(List<String> classes, List<Prediction> predictions) {
        return of(classes, predictions, Grouping.TRACK);
    }

    /**
     * Measures predictions whose interval is over groups of a kind, such as artists that no network was shown before it was
     * asked. An example without such a group goes with its track.
     *
     * @throws IllegalArgumentException if there are none, or one has not one finite posterior a class
     */
    public static ClassMetrics of(List<String> classes, List<Prediction> predictions, Grouping drawn) {
        Posteriors.require(classes, predictions);
        var right = predictions.stream().map(Posteriors::isRight).toList();
        var bootstrap = Bootstrap.over(predictions, drawn);
        var confusion = confusion(classes.size(), predictions);
        return new ClassMetrics(
                predictions.size(),
                (int) predictions.stream()
                        .map(prediction -> prediction.example().id())
                        .distinct()
                        .count(),
                accuracy(right, bootstrap.once()),
                bootstrap
                        .intervals(times -> new double[] {accuracy(right, times)})
                        .getFirst(),
                IntStream.range(0, classes.size())
                        .mapToObj(label -> ClassFigures.of(classes.get(label), label, confusion))
                        .toList(),
                confusion,
                predictions.stream()
                        .mapToDouble(ClassMetrics::surprise)
                        .average()
                        .orElseThrow(),
                CalibrationError.of(predictions));
    }

    /** Mean F1 over all classes; one that neither stands there nor was taken for anything counts 0. */
    public double macroF1() {
        return perClass.stream().mapToDouble(ClassFigures::f1).average().orElseThrow();
    }

    /** Mean F1 over the examples' classes. */
    public double weightedF1() {
        return perClass.stream()
                .mapToDouble(figures -> figures.f1() * figures.prior())
                .sum();
    }

    /** The accuracy of always naming the most frequent class. */
    public double largestPrior() {
        return perClass.stream().mapToDouble(ClassFigures::prior).max().orElseThrow();
    }

    private static double accuracy(List<Boolean> right, int[] times) {
        long hits = 0;
        long all = 0;
        for (int i = 0; i < times.length; i++) {
            hits += right.get(i) ? times[i] : 0;
            all += times[i];
        }
        return (double) hits / all;
    }

    private static int[][] confusion(int classes, List<Prediction> predictions) {
        var confusion = new int[classes][classes];
        for (var prediction : predictions) {
            confusion[prediction.example().label()][Posteriors.best(prediction)]++;
        }
        return confusion;
    }

    private static double surprise(Prediction prediction) {
        double posterior = prediction.posteriors()[prediction.example().label()];
        return -Math.log(Math.clamp(posterior, LEAST_POSTERIOR, 1 - LEAST_POSTERIOR));
    }
}
