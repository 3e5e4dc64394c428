package io.timbre.explain.counterfactual;

import io.timbre.explain.answer.Check;
import io.timbre.explain.answer.Quality;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a search came to.
 *
 * @param input what the model makes of the changed input
 * @param inputSteps that it took to flip the label there, or in vain
 * @param file what the model makes of the file that the change was written to; empty if nothing is to be heard of it
 * @param steps in all, with those that it took to make the flip hold in the file
 * @param randomFlips share of random changes of the same size that lead to the same genre
 */
record Found(
        Aim aim,
        Standing before,
        Standing input,
        int inputSteps,
        Optional<Standing> file,
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
                file.map(standing -> "Classified again from its " + wording.fileKind() + " file it " + becomes(standing)
                                + ".")
                        .orElse("Its " + wording.fileKind()
                                + " file is silent: what was changed left nothing to hear."));
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
        var findings = new LinkedHashMap<String, Object>();
        findings.put("genre", before.genre());
        findings.put("target", aim.name());
        findings.put("iterations_until_flip", inputSteps);
        findings.put("iterations", steps);
        findings.put("flips", reached(input));
        findings.put("flips_again_from_file", holds());
        findings.put("posteriors_before", before.byName());
        findings.put("posteriors_changed", input.byName());
        file.ifPresent(standing -> findings.put("posteriors_from_file", standing.byName()));
        return findings;
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
                        holds() ? 1 : 0,
                        holds(),
                        file.isPresent()
                                ? "Classified again from its " + wording.fileKind() + " file, the changed track is not "
                                        + aim.name() + "."
                                : "In its " + wording.fileKind() + " file the changed track is silent."),
                Check.gate(
                        "random-changes-that-flip",
                        randomFlips,
                        randomFlips == 0,
                        "Random changes of the same size make it " + aim.name() + " too."),
                Check.figure("distance", size.distance()),
                Check.figure("distance-rms", size.rms()),
                Check.figure("sparsity", size.sparsity()));
    }

    private boolean holds() {
        return file.filter(this::reached).isPresent();
    }

    private boolean reached(Standing standing) {
        return standing.is(aim.genre());
    }
}
