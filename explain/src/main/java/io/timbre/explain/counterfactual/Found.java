package io.timbre.explain.counterfactual;

import io.timbre.explain.answer.Check;
import io.timbre.explain.answer.Quality;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a search came to.
 *
 * @param input what the model makes of the changed input
 * @param inputSteps that it took to flip the label there, or in vain
 * @param file what the model makes of the file that the change was written to
 * @param steps in all, with those that it took to make the flip hold in the file
 * @param randomFlips share of random changes of the same size that lead to the same genre
 */
record Found(
        Aim aim,
        Standing before,
        Standing input,
        int inputSteps,
        Standing file,
        int steps,
        Size size,
        double randomFlips,
        Wording wording) {

    /**
     * How to speak of changes.
     *
     * @param unit of a change
     * @param fileKind of the file that they are written to
     * @param cells of which the input consists, and what of them is sparse, as "cells by more than 1 dB"
     */
    record Wording(String unit, String fileKind, String cells) {}

    List<String> words() {
        return List.of(
                String.format(
                        Locale.ROOT,
                        "The track is %s (%s). %s it %s by changes of %.1f %s (root mean square), of %.0f %% of the %s, in %d steps.",
                        before.genre(),
                        percent(before, before.best()),
                        reached(input) ? "Changed," : "Even changed,",
                        becomes(input),
                        size.rms(),
                        wording.unit(),
                        100 * size.sparsity(),
                        wording.cells(),
                        steps),
                String.format(
                        Locale.ROOT, "Classified again from its %s file it %s.", wording.fileKind(), becomes(file)));
    }

    private String becomes(Standing standing) {
        return reached(standing)
                ? "is " + aim.name() + " (" + percent(standing, aim.genre()) + ", before "
                        + percent(before, aim.genre()) + ")"
                : "is not " + aim.name() + " (" + percent(standing, aim.genre()) + ") but " + standing.genre();
    }

    private static String percent(Standing standing, int genre) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * standing.posterior(genre));
    }

    Map<String, Object> findings() {
        return Map.of(
                "genre", before.genre(),
                "target", aim.name(),
                "iterations_until_flip", inputSteps,
                "iterations", steps,
                "flips", reached(input),
                "flips_again_from_file", reached(file),
                "posteriors_before", before.byName(),
                "posteriors_changed", input.byName(),
                "posteriors_from_file", file.byName());
    }

    Quality quality() {
        return Quality.of(
                Check.gate(
                        "flips",
                        reached(input) ? 1 : 0,
                        reached(input),
                        "No change was found that makes it " + aim.name() + "."),
                Check.gate(
                        "flips-again-from-file",
                        reached(file) ? 1 : 0,
                        reached(file),
                        "Classified again from its " + wording.fileKind() + " file, the changed track is not "
                                + aim.name() + "."),
                Check.gate(
                        "random-changes-that-flip",
                        randomFlips,
                        randomFlips == 0,
                        "Random changes of the same size make it " + aim.name() + " too."),
                Check.figure("distance", size.distance()),
                Check.figure("distance-rms", size.rms()),
                Check.figure("sparsity", size.sparsity()));
    }

    private boolean reached(Standing standing) {
        return standing.is(aim.genre());
    }
}
