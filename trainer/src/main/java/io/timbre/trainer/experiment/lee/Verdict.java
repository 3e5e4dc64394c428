package io.timbre.trainer.experiment.lee;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the tests together say: with so many, one of them falls below 5 % by chance alone, so each must go below its share.
 *
 * @param protocols what was compared under each
 */
record Verdict(List<Effects> protocols) {

    private static final double LEVEL = 0.05;

    /** Markdown. */
    String inWords() {
        var rule = String.format(Locale.ROOT, """
                %s

                A set of generated examples helps where it is ahead both of the LSTM alone and of as many real tracks \
                repeated, which are as many steps; it harms where it is behind the LSTM alone; where it is behind the \
                repeated tracks only, it is worth less than they are. Ahead and behind are said where Wilcoxon's p is \
                below %.4f: 5 %%, shared by %d comparisons.

                """, answer(), share(), comparisons());
        return rule + uncontrolled() + protocols.stream().map(this::bullet).collect(Collectors.joining());
    }

    private String answer() {
        var answers = Stream.of(
                        named("It helps: ", this::helps),
                        named("It harms: ", this::harms),
                        named("It is worth less than as many tracks repeated: ", this::isWorthLess))
                .flatMap(List::stream)
                .toList();
        return answers.isEmpty() ? "Whether it helps cannot be told with " + runs() + "." : String.join(" ", answers);
    }

    /** Of what has no control, nothing else can be said than that it harms or that it does not. */
    private String uncontrolled() {
        var held = generated(effects -> effects.stream().noneMatch(Verdict::isControlled));
        return held.isEmpty()
                ? ""
                : "Not held against as many real tracks repeated, and so never said to help: "
                        + String.join("; ", held)
                        + ".\n\n";
    }

    private List<String> named(String prefix, Predicate<List<Effect>> judgement) {
        var held = generated(judgement);
        return held.isEmpty() ? List.of() : List.of(prefix + String.join("; ", held) + ".");
    }

    /** Those sets of generated examples all whose effects are so. */
    private List<String> generated(Predicate<List<Effect>> judgement) {
        return protocols.stream()
                .flatMap(effects -> generated(effects)
                        .filter(condition -> judgement.test(of(effects, condition)))
                        .map(condition -> condition.words() + " (" + effects.protocol() + ")"))
                .toList();
    }

    private static Stream<Condition> generated(Effects effects) {
        return effects.all().stream()
                .map(effect -> effect.contest().condition())
                .filter(Condition.Generated.class::isInstance)
                .distinct();
    }

    private boolean helps(List<Effect> effects) {
        return effects.stream().allMatch(this::isAhead) && effects.stream().anyMatch(Verdict::isControlled);
    }

    private boolean harms(List<Effect> effects) {
        return effects.stream().anyMatch(effect -> !isControlled(effect) && isBehind(effect));
    }

    private boolean isWorthLess(List<Effect> effects) {
        return !harms(effects) && effects.stream().anyMatch(this::isBehind);
    }

    private static boolean isControlled(Effect effect) {
        return effect.contest().isControlled();
    }

    private static List<Effect> of(Effects effects, Condition condition) {
        return effects.all().stream()
                .filter(effect -> effect.contest().condition().equals(condition))
                .toList();
    }

    private String runs() {
        return protocols.stream()
                .map(effects -> "%d runs (%s)".formatted(effects.runs(), effects.protocol()))
                .collect(Collectors.joining(" and "));
    }

    private String bullet(Effects effects) {
        var parts = Stream.of(
                        listed("ahead: ", effects, this::isAhead),
                        listed("behind: ", effects, this::isBehind),
                        listed("cannot be told with %d runs: ".formatted(effects.runs()), effects, this::isOpen),
                        tooFew(effects))
                .flatMap(List::stream)
                .toList();
        return "- **%s**: %s.\n".formatted(effects.protocol(), String.join("; ", parts));
    }

    private static List<String> listed(String prefix, Effects effects, Predicate<Effect> which) {
        var held = effects.all().stream().filter(which).map(Verdict::words).toList();
        return held.isEmpty() ? List.of() : List.of(prefix + String.join(", ", held));
    }

    private List<String> tooFew(Effects effects) {
        return effects.leastP() < share()
                ? List.of()
                : List.of(String.format(
                        Locale.ROOT,
                        "no p of %d runs can be below %.4f, whatever the figures",
                        effects.runs(),
                        effects.leastP()));
    }

    private static String words(Effect effect) {
        return String.format(
                Locale.ROOT, "%s (%+.1f points, p %.4f)", effect.contest().words(), effect.mean(), effect.wilcoxon());
    }

    private boolean isAhead(Effect effect) {
        return !isOpen(effect) && effect.mean() > 0;
    }

    private boolean isBehind(Effect effect) {
        return !isOpen(effect) && effect.mean() < 0;
    }

    private boolean isOpen(Effect effect) {
        return effect.wilcoxon() >= share();
    }

    private double share() {
        return LEVEL / comparisons();
    }

    private int comparisons() {
        return protocols.stream().mapToInt(effects -> effects.all().size()).sum();
    }
}
