package io.timbre.trainer.experiment.stephen;

import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.data.Split;
import io.timbre.trainer.data.Splits;
import io.timbre.trainer.experiment.Fits;
import io.timbre.trainer.fit.EpochFigures;
import io.timbre.trainer.fit.FitResult;
import io.timbre.trainer.fit.Loss;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * One network fitted to all there is from several seeds, and judged by what it was fitted to, as the paper did.
 *
 * @param results one a seed
 */
record SeededRuns(Candidate candidate, List<FitResult> results) {

    static SeededRuns of(Candidate candidate, Dataset notes, Loss loss, int epochs, List<Long> seeds, Fits fits) {
        var split = allTraining(candidate.told(notes));
        var results = new ArrayList<FitResult>();
        for (long seed : seeds) {
            var stage = candidate.name() + ", training data, seed " + seed;
            results.add(candidate.fit(split, loss, epochs, seed, fits, stage));
        }
        return new SeededRuns(candidate, List.copyOf(results));
    }

    /** So many, from the first on. */
    static List<Long> seeds(long first, int count) {
        return IntStream.range(0, count).mapToObj(n -> first + n).toList();
    }

    private static Split allTraining(Dataset dataset) {
        return Splits.given(dataset, "all of it is training data", example -> Optional.of(Part.TRAINING));
    }

    /** The figure of the last epoch of each seed, least first. */
    double[] last(ToDoubleFunction<EpochFigures> figure) {
        return results.stream()
                .mapToDouble(result -> figure.applyAsDouble(result.epochs().getLast()))
                .sorted()
                .toArray();
    }

    /** The middle one, or the mean of the two in the middle. */
    static double median(double[] sorted) {
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** How the fit went whose last accuracy is the median, or the one above it. */
    List<EpochFigures> median() {
        return results.stream()
                .map(FitResult::epochs)
                .sorted(Comparator.comparingDouble(epochs -> epochs.getLast().trainingAccuracy()))
                .toList()
                .get(results.size() / 2);
    }
}
