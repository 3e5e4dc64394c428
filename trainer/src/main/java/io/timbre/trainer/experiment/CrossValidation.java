package io.timbre.trainer.experiment;

import io.timbre.networks.table.Network;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.data.Prediction;
import io.timbre.trainer.data.Split;
import io.timbre.trainer.fit.EpochFigures;
import io.timbre.trainer.fit.FitSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * A network fitted anew on each fold, and what each fit says of the examples that it was not shown.
 *
 * @param tested the predictions of all folds' test parts, each example once
 * @param firstFold how the first fit went
 */
public record CrossValidation(List<Prediction> tested, List<EpochFigures> firstFold) {

    public CrossValidation {
        tested = List.copyOf(tested);
        firstFold = List.copyOf(firstFold);
    }

    /** @param stage what listeners hear, with the number of the fold */
    public static CrossValidation run(
            Network network, FitSettings settings, List<Split> folds, String stage, Fits fits) {
        var tested = new ArrayList<Prediction>();
        var first = new ArrayList<EpochFigures>();
        for (int fold = 0; fold < folds.size(); fold++) {
            var name = stage + ", fold " + (fold + 1) + " of " + folds.size();
            var result = fits.fit(network, settings, folds.get(fold), name);
            tested.addAll(result.predictions().getOrDefault(Part.TEST, List.of()));
            if (fold == 0) {
                first.addAll(result.epochs());
            }
        }
        return new CrossValidation(tested, first);
    }
}
