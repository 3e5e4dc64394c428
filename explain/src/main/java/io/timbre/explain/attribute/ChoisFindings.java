package io.timbre.explain.attribute;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Whether what Choi et al. found in their network shows in another: that key matters least, that deeper layers are more
 * robust, and that the first layer finds onsets. A difference counts where its 95 % interval over features leaves out 0.
 *
 * @param leastImportant under whose changes the correlation is highest
 * @param keyOverNext the correlation under changes of key less that of the more robust of the other two: by feature, over
 *     all layers
 * @param deepening of each attribute: the last convolution's correlation less that of the first
 * @param onsetsOfFirst the onset correlation of the first convolution less that of the deeper one with the highest
 * @param onsetsOverChance of the first convolution, less what chance gives
 * @param onsetFinders of each convolution, how many features of how many follow onsets closely
 */
record ChoisFindings(
        Attribute leastImportant,
        Spread keyOverNext,
        Map<Attribute, Spread> deepening,
        Spread onsetsOfFirst,
        Spread onsetsOverChance,
        List<String> onsetFinders) {

    static ChoisFindings of(AttributeTable table) {
        var layers = table.layers();
        var first = layers.getFirst();
        var deepening = new LinkedHashMap<Attribute, Spread>();
        for (var attribute : Attribute.values()) {
            deepening.put(attribute, difference(layers.getLast().of(attribute), first.of(attribute)));
        }
        var deeper = layers.stream()
                .skip(1)
                .map(AttributeRow::onsets)
                .max(Comparator.comparingDouble(Spread::mean))
                .orElse(first.chance());
        return new ChoisFindings(
                leastImportant(layers),
                keyOverNext(layers),
                deepening,
                difference(first.onsets(), deeper),
                difference(first.onsets(), first.chance()),
                layers.stream().map(AttributeRow::onsetFinders).toList());
    }

    private static Attribute leastImportant(List<AttributeRow> layers) {
        return Arrays.stream(Attribute.values())
                .max(Comparator.comparingDouble(attribute -> mean(layers, attribute)))
                .orElseThrow();
    }

    private static Spread keyOverNext(List<AttributeRow> layers) {
        var next = mean(layers, Attribute.CHORD) > mean(layers, Attribute.INSTRUMENT)
                ? Attribute.CHORD
                : Attribute.INSTRUMENT;
        return Spread.of(layers.stream()
                .flatMapToDouble(row -> differences(row.values(Attribute.KEY), row.values(next)))
                .toArray());
    }

    private static DoubleStream differences(double[] first, double[] second) {
        return IntStream.range(0, first.length).mapToDouble(i -> first[i] - second[i]);
    }

    private static double mean(List<AttributeRow> layers, Attribute attribute) {
        return layers.stream()
                .mapToDouble(row -> row.of(attribute).mean())
                .average()
                .orElseThrow();
    }

    /** Of two means that have nothing to do with each other: their margins add as squares. */
    private static Spread difference(Spread first, Spread second) {
        return new Spread(
                first.mean() - second.mean(),
                Math.hypot(first.deviation(), second.deviation()),
                Math.hypot(first.margin(), second.margin()),
                Math.min(first.count(), second.count()));
    }

    List<String> words() {
        return List.of(
                String.format(
                        Locale.ROOT,
                        "Key matters least: %s; what matters least is the %s. The correlation under changes of key is by"
                                + " %s above that of the more robust of the other two.",
                        verdict(keyOverNext),
                        leastImportant.label(),
                        keyOverNext.words()),
                String.format(
                        Locale.ROOT,
                        "Deeper layers are more robust: %s; the last convolution's correlations less those of the first"
                                + " are %s for key, %s for chord, %s for instrument.",
                        robustness(),
                        deepening(Attribute.KEY),
                        deepening(Attribute.CHORD),
                        deepening(Attribute.INSTRUMENT)),
                String.format(
                        Locale.ROOT,
                        "The first layer finds onsets: %s; its features follow them by %s more than chance, and by %s"
                                + " more than the deeper layer that follows them most. From the first convolution on, so"
                                + " many features find onsets: %s.",
                        onsetVerdict(),
                        onsetsOverChance.words(),
                        onsetsOfFirst.words(),
                        String.join(", ", onsetFinders)));
    }

    private String robustness() {
        long risen = deepening.values().stream().filter(Spread::isAboveZero).count();
        if (risen == 0) {
            return deepening.values().stream().anyMatch(Spread::isBelowZero) ? "no" : "not to be told";
        }
        return risen == deepening.size() ? "yes" : "in part";
    }

    private String deepening(Attribute attribute) {
        return deepening.getOrDefault(attribute, Spread.of()).words();
    }

    /** It must follow them, and more than any other layer does. */
    private String onsetVerdict() {
        return onsetsOverChance.isAboveZero() || onsetsOfFirst.isBelowZero()
                ? verdict(onsetsOfFirst)
                : verdict(onsetsOverChance);
    }

    private static String verdict(Spread difference) {
        if (difference.isAboveZero()) {
            return "yes";
        }
        return difference.isBelowZero() ? "no" : "not to be told";
    }

    Map<String, Object> finding() {
        var finding = new LinkedHashMap<String, Object>();
        finding.put("key_matters_least", verdict(keyOverNext));
        finding.put("key_less_next", keyOverNext.mean());
        finding.put("key_less_next_margin", keyOverNext.margin());
        finding.put("least_important", leastImportant.label());
        finding.put("deeper_more_robust", robustness());
        deepening.forEach((attribute, spread) -> {
            finding.put(attribute.label() + "_last_less_first", spread.mean());
            finding.put(attribute.label() + "_last_less_first_margin", spread.margin());
        });
        finding.put("first_layer_finds_onsets", onsetVerdict());
        finding.put("onsets_first_less_deeper", onsetsOfFirst.mean());
        finding.put("onsets_first_less_deeper_margin", onsetsOfFirst.margin());
        finding.put("onsets_first_less_chance", onsetsOverChance.mean());
        finding.put("onsets_first_less_chance_margin", onsetsOverChance.margin());
        return finding;
    }
}
