package io.timbre.trainer.champion;

import io.timbre.networks.model.ModelDescription;
import io.timbre.networks.model.ModelDescription.Evaluation;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.NetworkTable;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Tells people what a model is, how well it does, and what not to use it for.
 *
 * @see "M. Mitchell et al., Model Cards for Model Reporting, FAT* 2019"
 */
final class ModelCard {

    private static final String TEMPLATE = """
            # %s

            Says which of %d genres a recording sounds like: %s.

            ## Model

            - Network `%s`, %,d parameters, on segments of `%s` (%s, bands x frames, dB).
            - Front end fingerprint `%s`.
            - A segment's posteriors are a softmax of its logits over the temperature %.3f; a track's are the mean of its
              segments'. Below a confidence of %.3f the genre is `unknown`: %s.
            - A track's embedding is the mean of what enters the last layer, of length 1.

            Layer by layer; how much of the input one cell sees, in bands x frames, is its receptive field:

            %s
            ## How well it does

            | Tracks | n | Right | Accuracy | 95 %% interval (Wilson) | Mean recall | NLL, nats | Unknown |
            |---|---|---|---|---|---|---|---|
            %s

            | Tracks | Calibration error | Coverage | Accuracy where it answers | Genre among the 5 nearest embeddings |
            |---|---|---|---|---|
            %s

            Held-back tracks are of %s. They chose temperature, threshold and settings, so their figures flatter the model;
            the test tracks had no say in anything. Accuracy counts the best class also where it is `unknown`; coverage is
            the share where it is not. Calibration error is expected, over 15 bins. No track and no artist stands in two
            parts: random splits of this data set would give 5 to 10 points more, and mean less.

            Recall on the test tracks; genres without a test track are not measured at all:

            | Genre | Tracks | Right | Recall |
            |---|---|---|---|
            %s

            Confusion on the test tracks (rows: label, columns: best class):

            %s

            ## Training data

            %s. Tracks: %s.

            Every genre was drawn equally often; some segments were no music at all, of which the network was to make nothing:
            %s.

            Settings: %s.

            To train it again: `%s` (one OpenMP thread; the same machine then gives the same bytes).

            ## Limits

            - It knows these genres only, from twentieth-century records as one collector labelled them. `unknown` means
              unsure, not unmusical: speech, birdsong or noise may still get a genre.
            - It has heard few tracks. With few test tracks the interval above is wide, and the recall of a single genre
              is hardly more than an anecdote.
            - The weights may be used freely; the recordings are not part of this project.
            """;

    /** The setting that says which share of the recorded outliers, each unheard when it was asked about, is unknown. */
    static final String UNHEARD_UNKNOWN = "unheard_outliers_unknown";

    private ModelCard() {}

    @SuppressWarnings("InlineFormatString") // the card reads better in one piece
    static String of(ModelDescription model, Network network) {
        return String.format(
                Locale.ROOT,
                TEMPLATE,
                model.version(),
                model.classes().size(),
                String.join(", ", model.classes()),
                model.network(),
                network.parameterCount(),
                model.frontEnd().name(),
                model.frontEnd().segmentShape().stream().map(String::valueOf).collect(Collectors.joining(" x ")),
                model.frontEnd().fingerprint(),
                model.calibration().temperature(),
                model.calibration().unknownBelow(),
                unknown(model),
                NetworkTable.of(network),
                rows(model, ModelCard::row),
                rows(model, ModelCard::certainty),
                model.validation().tracksFrom(),
                recalls(model.test()),
                confusion(model),
                model.training().data(),
                entries(model.training().tracks()),
                outliers(model),
                entries(model.training().settings()),
                model.training().command());
    }

    private static String unknown(ModelDescription model) {
        var unheard = Optional.ofNullable(model.training().settings().get(UNHEARD_UNKNOWN));
        return unheard.map(share -> String.format(
                        Locale.ROOT,
                        "nine in ten segments of no music should be, of\n"
                                + "  sources that a fold had not heard, for one in twenty to one in ten of the rightly recognised held-back\n"
                                + "  tracks; %.1f %% are",
                        100 * Double.parseDouble(share)))
                .orElse("one in twenty of the rightly recognised\n  held-back tracks is");
    }

    private static String outliers(ModelDescription model) {
        return model.training().settings().containsKey("recorded_outliers")
                ? "recorded speech, animals and noises, and sounds made of arithmetic"
                : "sounds made of arithmetic";
    }

    /** Of the tracks that there are: a model that was trained further is tested beside another, and its release says how. */
    private static String rows(ModelDescription model, BiFunction<String, Evaluation, String> row) {
        var heldBack = row.apply("held back", model.validation());
        return model.test().tracks() == 0 ? heldBack : row.apply("test", model.test()) + "\n" + heldBack;
    }

    static String row(String name, Evaluation evaluation) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %.1f %% | %.1f to %.1f %% | %.1f %% | %.2f | %d |",
                name,
                evaluation.tracks(),
                evaluation.correct(),
                100 * evaluation.accuracy(),
                100 * evaluation.accuracyLow(),
                100 * evaluation.accuracyHigh(),
                100 * evaluation.meanRecall(),
                evaluation.negativeLogLikelihood(),
                evaluation.unknown());
    }

    private static String certainty(String name, Evaluation evaluation) {
        return String.format(
                Locale.ROOT,
                "| %s | %.3f | %.1f %% | %.1f %% | %.1f %% |",
                name,
                evaluation.calibrationError(),
                100 * evaluation.coverage(),
                100 * evaluation.selectiveAccuracy(),
                100 * evaluation.neighbourPrecision());
    }

    static String recalls(Evaluation evaluation) {
        return evaluation.classes().stream()
                .map(genre -> String.format(
                        Locale.ROOT,
                        "| %s | %d | %d | %s |",
                        genre.genre(),
                        genre.tracks(),
                        genre.recognised(),
                        genre.tracks() == 0
                                ? "–"
                                : String.format(Locale.ROOT, "%.0f %%", 100.0 * genre.recognised() / genre.tracks())))
                .collect(Collectors.joining("\n"));
    }

    static String confusion(ModelDescription model) {
        var head = "| | " + String.join(" | ", model.classes()) + " |\n|"
                + "---|".repeat(model.classes().size() + 1);
        var rows = new StringBuilder(head);
        for (int label = 0; label < model.classes().size(); label++) {
            rows.append("\n| ")
                    .append(model.classes().get(label))
                    .append(" | ")
                    .append(model.test().confusion().get(label).stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining(" | ")))
                    .append(" |");
        }
        return rows.toString();
    }

    static String entries(Map<String, ?> map) {
        return map.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
