package io.timbre.trainer.experiment.chang;

import io.timbre.trainer.experiment.Bars;
import io.timbre.trainer.experiment.Digits;
import io.timbre.trainer.experiment.LearningCurves;
import io.timbre.trainer.experiment.Report;
import io.timbre.trainer.experiment.Section;
import io.timbre.trainer.experiment.Section.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the study of CAL500 found, in sections.
 *
 * @param songs how many have all that a network wants
 * @param mlpLstm step by step, from what is known of the published one on
 * @param cnnLstm the first and the last of the same steps
 */
record SongFindings(
        String protocol, int songs, SongOutcomes baseline, List<SongOutcomes> mlpLstm, List<SongOutcomes> cnnLstm) {

    Report report(String name) {
        var sections = new ArrayList<Section>();
        sections.add(new Section.Text("What came of it", summary()));
        sections.add(comparison());
        sections.add(areas(name));
        sections.add(steps());
        sections.add(emotions());
        sections.add(seeds());
        sections.add(LearningCurves.loss(
                mlpLstm.getLast().attempt() + ", first fold",
                name + "-mlp-lstm-loss.png",
                mlpLstm.getLast().first().epochs()));
        sections.add(LearningCurves.loss(
                cnnLstm.getLast().attempt() + ", first fold",
                name + "-cnn-lstm-loss.png",
                cnnLstm.getLast().first().epochs()));
        return new Report(
                name,
                "Chang's networks for the emotions of CAL500",
                songs
                        + " songs of CAL500 with a picture of the whole song (128 bands, 248 frames) and 68 descriptors that"
                        + " MARSYAS measured. The paper had sound, which could not be had; the sizes of its LSTMs and fully"
                        + " connected layers are not known",
                sections);
    }

    private String summary() {
        return String.format(
                Locale.ROOT,
                """
                - **Do they learn?** Mean ROC-AUC over 18 emotions, on songs of artists never trained on, 0.5 by chance: \
                %s; %s.
                - **Why the published ones did not**, as far as it can be told: the same networks, fed with raw greys and \
                descriptors and asked for all tags but the rarest, 0 where nobody said anything. %s; %s. The first is right \
                in %.0f %% of the cells if the unknown count as no; with standardised inputs and emotions masked it is right \
                in %.0f %%.
                - **Each change by itself**, for the MLP-LSTM: %s; %s; both: %s.
                - **A plain baseline** beside them: %s.
                - Figures pool the songs of all folds. Each fold has a network of its own, so one that says the same of every \
                song may come out a little below 0.5.
                """,
                area(mlpLstm.getLast()),
                area(cnnLstm.getLast()),
                sameness(mlpLstm.getFirst()),
                sameness(cnnLstm.getFirst()),
                100 * mlpLstm.getFirst().first().cellsRight(),
                100 * mlpLstm.getLast().first().cellsRight(),
                sameness(mlpLstm.get(1)),
                sameness(mlpLstm.get(2)),
                sameness(mlpLstm.getLast()),
                area(baseline));
    }

    private static String area(SongOutcomes outcomes) {
        return outcomes.attempt() + ", " + outcomes.rocAuc().inWords() + ", " + outcomes.verdict();
    }

    private static String sameness(SongOutcomes outcomes) {
        return String.format(
                Locale.ROOT,
                "%s: %.0f %% of a fold's songs get one and the same answer, ROC-AUC %s, %s",
                outcomes.attempt(),
                100 * outcomes.first().sameAnswer(),
                outcomes.rocAuc().inWords(),
                outcomes.verdict());
    }

    private Section.Comparison comparison() {
        var rows = new ArrayList<Section.Row>();
        for (var outcomes : List.of(mlpLstm.getFirst(), cnnLstm.getFirst(), mlpLstm.getLast(), cnnLstm.getLast())) {
            rows.add(outcomes.samenessRow(protocol));
            rows.add(outcomes.row(protocol));
        }
        rows.add(baseline.row(protocol));
        return new Section.Comparison(
                "Whether they say the same of every song, and mean ROC-AUC over 18 emotions: 0.5 by chance", rows);
    }

    private Section areas(String name) {
        var figures = new LinkedHashMap<String, Figure>();
        all().forEach(outcomes -> figures.put(outcomes.attempt(), outcomes.rocAuc()));
        return Bars.of(
                "Mean ROC-AUC",
                name + "-roc-auc.png",
                "ROC-AUC, chance 0.5",
                figures,
                "95 % intervals over songs; " + protocol);
    }

    private Section.Table steps() {
        return new Section.Table(
                "Each change by itself, and all together",
                List.of(
                        "attempt",
                        "ROC-AUC",
                        "95 %",
                        "average precision",
                        "spread of posteriors",
                        "songs with the most frequent answer %",
                        "cells right %, unknown as no"),
                all().map(outcomes -> {
                            var metrics = outcomes.metrics();
                            return List.of(
                                    outcomes.attempt(),
                                    digits(metrics.rocAuc()),
                                    digits(metrics.rocAucInterval().low()) + " to "
                                            + digits(metrics.rocAucInterval().high()),
                                    digits(metrics.averagePrecision()),
                                    digits(outcomes.first().spread()),
                                    Digits.percent(outcomes.first().sameAnswer()),
                                    Digits.percent(outcomes.first().cellsRight()));
                        })
                        .toList());
    }

    private Section.Table emotions() {
        var mlp = mlpLstm.getLast().metrics().perLabel();
        var cnn = cnnLstm.getLast().metrics().perLabel();
        var plain = baseline.metrics().perLabel();
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < mlp.size(); i++) {
            var emotion = mlp.get(i);
            rows.add(List.of(
                    emotion.name().replace("Emotion-", "").replace("_/_", ", "),
                    Integer.toString(emotion.known()),
                    digits((double) emotion.positives() / emotion.known()),
                    digits(emotion.rocAuc()) + " ("
                            + digits(emotion.rocAucInterval().low()) + " to "
                            + digits(emotion.rocAucInterval().high()) + ")",
                    digits(emotion.averagePrecision()),
                    digits(cnn.get(i).rocAuc()),
                    digits(cnn.get(i).averagePrecision()),
                    digits(plain.get(i).rocAuc()),
                    digits(plain.get(i).averagePrecision())));
        }
        return new Section.Table(
                "By emotion: ROC-AUC is 0.5 by chance, average precision the share of yes",
                List.of(
                        "emotion",
                        "songs known",
                        "share of yes",
                        "MLP-LSTM ROC-AUC",
                        "its AP",
                        "CNN-LSTM ROC-AUC",
                        "its AP",
                        "logistic ROC-AUC",
                        "its AP"),
                rows);
    }

    private Section.Table seeds() {
        return new Section.Table(
                "Mean ROC-AUC over seeds, each with folds and weights of its own",
                List.of("attempt", "ROC-AUC of each seed"),
                Stream.of(mlpLstm.getLast(), cnnLstm.getLast(), baseline)
                        .map(outcomes -> List.of(
                                outcomes.attempt(),
                                outcomes.rocAucs().stream()
                                        .map(SongFindings::digits)
                                        .collect(Collectors.joining(", "))))
                        .toList());
    }

    private Stream<SongOutcomes> all() {
        return Stream.of(mlpLstm, cnnLstm, List.of(baseline)).flatMap(List::stream);
    }

    private static String digits(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
