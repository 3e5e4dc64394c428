package io.timbre.trainer.experiment.stephen;

import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Grouping;
import io.timbre.trainer.data.LeakageAudit;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.data.Prediction;
import io.timbre.trainer.data.Split;
import io.timbre.trainer.data.Splits;
import io.timbre.trainer.experiment.Fits;
import io.timbre.trainer.fit.EpochFigures;
import io.timbre.trainer.fit.FitResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Networks on folds that tear no tune, artist, file or near-duplicate: each piece is tested once, by a network that was
 * shown none of its kin, as far as names of files and notes tell.
 *
 * @param protocol of the folds, for reports
 * @param results one a fold for each network, in the order in which they were given
 */
record GroupedTest(String protocol, Map<Candidate, List<FitResult>> results) {

    static final Set<Grouping> KINDS = EnumSet.complementOf(EnumSet.of(Grouping.TRACK));

    /** Fits each network on each fold. */
    static GroupedTest run(Dataset notes, List<Candidate> candidates, Effort effort, long seed, Fits fits) {
        var results = new LinkedHashMap<Candidate, List<FitResult>>();
        var protocol = "";
        for (var candidate : candidates) {
            var folds = folds(notes, candidate, effort, seed);
            var fitted = new ArrayList<FitResult>();
            for (int fold = 0; fold < folds.size(); fold++) {
                fitted.add(fit(candidate, folds.get(fold), effort, seed + fold, of(fold, folds.size(), fits)));
            }
            protocol = folds.getFirst().protocol();
            results.put(candidate, List.copyOf(fitted));
        }
        return new GroupedTest(protocol, results);
    }

    /**
     * What networks say of all pieces of the same folds, on each fold the one that is given for it, which is trained and
     * validated with some examples only.
     */
    static List<Prediction> tested(
            Dataset notes, List<Candidate> ofFolds, Predicate<Example> shown, Effort effort, long seed, Fits fits) {
        var predictions = new ArrayList<Prediction>();
        for (int fold = 0; fold < ofFolds.size(); fold++) {
            var candidate = ofFolds.get(fold);
            var split = only(folds(notes, candidate, effort, seed).get(fold), shown);
            predictions.addAll(test(fit(candidate, split, effort, seed + fold, of(fold, ofFolds.size(), fits))));
        }
        return predictions;
    }

    private static List<Split> folds(Dataset notes, Candidate candidate, Effort effort, long seed) {
        var folds = Splits.folds(candidate.told(notes), kinds(notes), effort.folds(), seed);
        folds.forEach(fold -> LeakageAudit.of(fold).requireNone());
        return folds;
    }

    private static FitResult fit(Candidate candidate, Split split, Effort effort, long seed, Fits fits) {
        return candidate.fitUntilFlat(split, effort, seed, fits, candidate.name());
    }

    private static Fits of(int fold, int folds, Fits fits) {
        return fits.named(stage -> stage + ", fold " + (fold + 1) + " of " + folds);
    }

    /** What a network says of all pieces. */
    List<Prediction> tested(Candidate candidate) {
        return fits(candidate).stream().flatMap(result -> test(result).stream()).toList();
    }

    /** What is said of all pieces if on each fold the network speaks whose validation loss is lowest. */
    List<Prediction> testedByChosen() {
        return IntStream.range(0, folds())
                .mapToObj(fold -> test(fits(chosen(fold)).get(fold)))
                .flatMap(List::stream)
                .toList();
    }

    /** Of each fold the network whose validation loss is lowest there. */
    List<Candidate> chosen() {
        return IntStream.range(0, folds()).mapToObj(this::chosen).toList();
    }

    /** The network that is chosen on most folds. */
    Candidate favourite() {
        return results.keySet().stream()
                .max(Comparator.comparingLong(this::timesChosen))
                .orElseThrow();
    }

    /** On how many folds its validation loss is lowest. */
    long timesChosen(Candidate candidate) {
        return IntStream.range(0, folds())
                .filter(fold -> chosen(fold).equals(candidate))
                .count();
    }

    /** How a network's fit on the first fold went. */
    List<EpochFigures> firstFold(Candidate candidate) {
        return fits(candidate).getFirst().epochs();
    }

    private List<FitResult> fits(Candidate candidate) {
        return results.getOrDefault(candidate, List.of());
    }

    private Candidate chosen(int fold) {
        return results.keySet().stream()
                .min(Comparator.comparingDouble(
                        candidate -> validationLoss(fits(candidate).get(fold))))
                .orElseThrow();
    }

    private int folds() {
        return results.values().iterator().next().size();
    }

    private static double validationLoss(FitResult result) {
        return result.epochs().get(result.bestEpoch() - 1).validationLoss();
    }

    private static List<Prediction> test(FitResult result) {
        return result.predictions().getOrDefault(Part.TEST, List.of());
    }

    /** What the pieces can be grouped by. */
    static Set<Grouping> kinds(Dataset dataset) {
        var known = EnumSet.copyOf(KINDS);
        known.removeIf(kind -> dataset.examples().stream()
                .noneMatch(example -> example.groups().containsKey(kind)));
        return known;
    }

    private static Split only(Split split, Predicate<Example> shown) {
        var training = split.of(Part.TRAINING).stream().filter(shown).toList();
        var validation = split.of(Part.VALIDATION).stream().filter(shown).toList();
        var parts = Map.of(Part.TRAINING, training, Part.VALIDATION, validation, Part.TEST, split.of(Part.TEST));
        return new Split(split.dataset(), split.protocol(), parts);
    }
}
