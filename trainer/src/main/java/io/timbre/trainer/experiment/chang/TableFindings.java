package io.timbre.trainer.experiment.chang;

import io.timbre.trainer.data.LeakageAudit;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.data.Prediction;
import io.timbre.trainer.experiment.Bars;
import io.timbre.trainer.experiment.ClassTable;
import io.timbre.trainer.experiment.Confusion;
import io.timbre.trainer.experiment.Digits;
import io.timbre.trainer.experiment.LearningCurves;
import io.timbre.trainer.experiment.Report;
import io.timbre.trainer.experiment.Section;
import io.timbre.trainer.experiment.Section.Figure;
import io.timbre.trainer.metrics.ClassMetrics;
import io.timbre.trainer.metrics.PairedTests;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/**
 * What the study of the table found, in sections.
 *
 * @param choice between candidates under the honest protocol, the paper's network first
 * @param chosen what it comes to
 * @param audit of the published protocol
 */
record TableFindings(
        TableOutcome published,
        TableOutcome leakingArtists,
        TableOutcome leakingUnits,
        TableChoice choice,
        TableOutcome chosen,
        TableTraits traits,
        LeakageAudit audit) {

    TableFindings(
            TableOutcome published,
            TableOutcome leakingArtists,
            TableOutcome leakingUnits,
            TableChoice choice,
            TableTraits traits,
            LeakageAudit audit) {
        this(published, leakingArtists, leakingUnits, choice, choice.outcome(), traits, audit);
    }

    Report report(String name) {
        var sections = new ArrayList<Section>();
        sections.add(new Section.Text("What came of it", summary()));
        sections.add(comparison());
        sections.add(accuracies(name));
        sections.add(candidateTable());
        sections.add(genres());
        sections.add(Confusion.of(
                "Which genre is taken for which: " + chosen.name(),
                name + "-confusion.png",
                chosen.classes(),
                chosen.metrics(Part.TEST).confusion(),
                chosen.protocol().words() + ", predictions of all seeds: a row counts once a seed that tests it"));
        sections.addAll(LearningCurves.of(
                chosen.name() + ", first seed",
                name + "-ours",
                chosen.fits().getFirst().epochs()));
        sections.add(traits.units());
        sections.add(new Section.Text("What leaks as published", audit.describe()));
        return new Report(
                name,
                "Chang's MLP on a table of descriptors",
                "malgi_spotify/train.csv.gz, the table with 11 genres that the paper used; which columns it took and how it"
                        + " split is not known, nor are the sizes of its layers",
                sections);
    }

    private String summary() {
        var honest = paperHonest();
        return String.format(
                Locale.ROOT,
                """
                - With rows dealt out at random, our guess at what the paper did, its MLP reaches %s; the paper says about \
                50 %%.
                - **The unit of the duration gives away genres.** It is minutes in all rows of %d genres and in %d rows of \
                the others (table below). With all durations in milliseconds, %s are left.
                - **With artists, titles and recordings kept apart** it is %s: the honest figure of the paper's network. \
                Always naming the largest genre gives %.1f %%. Of %d recordings that stand in several rows, %d stand under \
                several genres, where to know them by heart is no help.
                - Ours, for each seed the candidate that is best on its validation part: %s. Against the paper's network on \
                the same test rows, first seed, McNemar's p is %.2g, which takes rows for independent.
                - The table contradicts itself: %d of its %d rows are equal in all columns to one of another genre. Nobody \
                who sees only these columns can be right on more than %.1f %% of the rows.
                """,
                published.accuracy().inWords(),
                traits.genresInMinutes(),
                traits.otherRowsInMinutes(),
                leakingArtists.accuracy().inWords(),
                honest.accuracy().inWords(),
                100 * honest.metrics(Part.TEST).largestPrior(),
                traits.repeatedRecordings(),
                traits.disputedRecordings(),
                chosen.accuracy().inWords(),
                PairedTests.mcNemar(firstTest(chosen), firstTest(honest)),
                traits.contradictory(),
                traits.rows(),
                100 * traits.ceiling());
    }

    private Section.Comparison comparison() {
        return new Section.Comparison(
                "The paper's figure and ours",
                List.of(
                        published.row(false, "artists and recordings leak, and so does the unit of the duration"),
                        leakingArtists.row(false, "artists and recordings leak"),
                        leakingUnits.row(false, "the unit of the duration leaks"),
                        paperHonest().row(true, "the paper's network, honestly"),
                        chosen.row(true, "by each seed's validation part")));
    }

    private Section accuracies(String name) {
        var figures = new LinkedHashMap<String, Figure>();
        figures.put("random, as written", published.accuracy());
        figures.put("random, ms", leakingArtists.accuracy());
        figures.put("grouped, as written", leakingUnits.accuracy());
        figures.put("grouped, ms", paperHonest().accuracy());
        figures.put("ours, grouped, ms", chosen.accuracy());
        return Bars.of("Accuracy", name + "-accuracy.png", "accuracy (%)", figures, "95 % intervals over recordings");
    }

    private Section.Table candidateTable() {
        return new Section.Table(
                "Candidates, " + chosen.protocol().words(),
                List.of("candidate", "validation %", "test %", "macro F1 %", "training %", "seeds that choose it"),
                choice.candidates().stream()
                        .map(outcome -> List.of(
                                outcome.name(),
                                Digits.percent(outcome.metrics(Part.VALIDATION).accuracy()),
                                Digits.percent(outcome.metrics(Part.TEST).accuracy()),
                                Digits.percent(outcome.metrics(Part.TEST).macroF1()),
                                Digits.percent(outcome.metrics(Part.TRAINING).accuracy()),
                                Long.toString(choice.times(outcome))))
                        .toList());
    }

    private Section.Table genres() {
        var runs = new LinkedHashMap<String, ClassMetrics>();
        runs.put("ours", chosen.metrics(Part.TEST));
        runs.put("the paper's network", paperHonest().metrics(Part.TEST));
        runs.put("genres weighted", balanced());
        return ClassTable.of("By genre, predictions of all seeds, nothing shared", runs);
    }

    /** Of the candidate that counts all genres the same. */
    private ClassMetrics balanced() {
        return choice.candidates().stream()
                .filter(outcome -> outcome.name().equals(TableCandidate.WEIGHTED.name()))
                .findFirst()
                .orElseThrow()
                .metrics(Part.TEST);
    }

    private TableOutcome paperHonest() {
        return choice.candidates().getFirst();
    }

    private static List<Prediction> firstTest(TableOutcome outcome) {
        return outcome.fits().getFirst().predictions().getOrDefault(Part.TEST, List.of());
    }
}
