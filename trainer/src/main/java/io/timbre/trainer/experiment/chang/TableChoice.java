package io.timbre.trainer.experiment.chang;

import io.timbre.trainer.fit.FitResult;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Of each seed the candidate that is best on that seed's validation part. Seeds split the rows anew, so that a choice made
 * once for all of them would have seen rows that are tested.
 *
 * @param candidates under one protocol, each with as many seeds
 */
record TableChoice(List<TableOutcome> candidates) {

    TableChoice {
        candidates = List.copyOf(candidates);
    }

    /** What the chosen ones come to, each with its seed. */
    TableOutcome outcome() {
        var any = candidates.getFirst();
        var fits = IntStream.range(0, any.fits().size())
                .mapToObj(seed -> of(seed).fits().get(seed))
                .toList();
        return TableOutcome.of("ours, chosen for each seed", any.protocol(), any.classes(), fits);
    }

    /** How many seeds it is chosen for. */
    long times(TableOutcome candidate) {
        return IntStream.range(0, candidate.fits().size())
                .filter(seed -> of(seed).equals(candidate))
                .count();
    }

    private TableOutcome of(int seed) {
        return candidates.stream()
                .max(Comparator.comparingDouble(
                        candidate -> validationAccuracy(candidate.fits().get(seed))))
                .orElseThrow();
    }

    private static double validationAccuracy(FitResult fit) {
        return fit.epochs().get(fit.bestEpoch() - 1).validationAccuracy();
    }
}
