package io.timbre.trainer.experiment.lee;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What the tests together say: with so many, one of them falls below 5 % by chance alone, so each must go below its share. */
record Verdict(List<Effect> effects) {

    private static final double LEVEL = 0.05;

    String inWords() {
        var lowest = effects.stream()
                .min(Comparator.comparingDouble(Effect::wilcoxon))
                .orElseThrow();
        var tests = String.format(
                Locale.ROOT,
                "Of the %d comparisons below the smallest p of Wilcoxon's test is %.3f (%s, %+.1f points); with so many, %.4f would be needed.",
                effects.size(),
                lowest.wilcoxon(),
                lowest.condition().words(),
                lowest.mean(),
                share());
        return answer() + " " + tests;
    }

    private String answer() {
        if (certain().isEmpty()) {
            return "No: no number of generated examples, of either pair, moves the accuracy further than chance does.";
        }
        return certain().stream().anyMatch(effect -> effect.mean() > 0)
                ? "Yes, in part: "
                        + named(certain().stream()
                                .filter(effect -> effect.mean() > 0)
                                .toList()) + " moves the accuracy up further than chance does."
                : "No: it harms. " + named(certain()) + " moves the accuracy down further than chance does.";
    }

    private static String named(List<Effect> effects) {
        return String.join(
                "; ", effects.stream().map(effect -> effect.condition().words()).toList());
    }

    private List<Effect> certain() {
        return effects.stream().filter(effect -> effect.wilcoxon() < share()).toList();
    }

    private double share() {
        return LEVEL / effects.size();
    }
}
