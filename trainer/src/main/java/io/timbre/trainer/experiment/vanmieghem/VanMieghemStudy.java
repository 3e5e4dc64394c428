package io.timbre.trainer.experiment.vanmieghem;

import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.Grouping;
import io.timbre.trainer.data.LeakageAudit;
import io.timbre.trainer.experiment.ClassTable;
import io.timbre.trainer.experiment.Confusion;
import io.timbre.trainer.experiment.Experiment;
import io.timbre.trainer.experiment.ExperimentSettings;
import io.timbre.trainer.experiment.LearningCurves;
import io.timbre.trainer.experiment.Report;
import io.timbre.trainer.experiment.Section;
import io.timbre.trainer.experiment.vanmieghem.Variation.Tried;
import io.timbre.trainer.metrics.ClassMetrics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Van Mieghem's thesis on GTZAN: five networks, kernel counts, lengths, a similar genre, and what he left to others, each
 * on his random split and on splits that keep songs and artists apart.
 */
public final class VanMieghemStudy implements Experiment {

    private static final String PROTOCOL = """
            Training is the thesis': Adam at 1e-3, batches of 128, at most %d epochs, early stopping (50 epochs, 1 %%), a fifth \
            of the rate after 5 flat epochs; %d segments drawn at random from each recording, %d from each clip. Our recordings are \
            the first 15 s of a song, where the thesis had whole songs and left out their first and last 30 s; so there are few songs \
            (table below), an epoch has few steps, and drawn segments overlap more. GTZAN is at 22,050 Hz: what bands hold beyond \
            11 kHz is nothing.

            *Random* is the thesis' 70/15/15, once. *By track* and *by artist* are up to %d folds, no more than a genre has songs or artists, one \
            tested, the epoch chosen on another, the rest trained on, so that each song is tested once; tracks whose artist nobody \
            knows are left out of the second. The fault-filtered split is given, so that only weights differ between its fits (%d).

            The six genres are taken as unlike each other, and each has artists enough to keep them apart among the clips, which hold \
            little more than 2 s; the long recordings of blues and classical have not (table below), so that three seconds of all six \
            cannot be split by artist. `full_30s` is not used, as in it codec and length give classical music away.

            Softmax is applied once, unless said otherwise. The thesis' recurrent networks step over bands, and so do ours unless said \
            otherwise.

            Accuracies are over the test segments of all fits together. Intervals are bootstraps over tracks, as segments of a track \
            stand or fall together; where artists are kept apart, over artists. A row is honest if no test segment shares its song or \
            its artist with a training segment.""";

    @Override
    public String name() {
        return "vanmieghem";
    }

    @Override
    public String description() {
        return "Van Mieghem's five networks on twelve bands: kernels, lengths, a similar genre, other representations";
    }

    @Override
    public Report run(ExperimentSettings settings) throws IOException {
        var effort = Effort.of(settings.quick());
        var trials = new Trials(settings);
        var material = Material.read(settings.data(), effort, settings.seed());
        var questions = new Questions(material, settings.quick());
        var networks = questions.networks();
        var seventh = questions.seventhGenre();
        var others = List.of(
                questions.otherSplits(),
                questions.kernelCounts(),
                questions.sampleLengths(),
                questions.representations(),
                questions.stepsOverTime());
        networks.check(trials);
        seventh.check(trials);
        others.forEach(question -> question.check(trials));

        var sections = new ArrayList<Section>();
        var tried = networks.tryAll(trials);
        sections.add(conclusions(tried).section());
        sections.add(protocol(effort));
        sections.add(ArtistTable.of(material.songs(Material.EIGHT), material.clips(Material.EIGHT)));
        sections.addAll(networks.sections(tried));
        sections.add(leaks(tried, trials));
        sections.addAll(closer(cnns(tried)));
        for (var question : others) {
            sections.addAll(question.sections(question.tryAll(trials)));
        }
        var withSeven = seventh.tryAll(trials);
        sections.addAll(seventh.sections(withSeven));
        sections.add(SeventhGenre.table(withSeven));
        sections.addAll(SimilarKernels.sections(cnns(tried), effort.draws()));
        return new Report(
                name(),
                "Van Mieghem: dense, recurrent and convolutional networks on a few seconds",
                "The thesis used songs of its own, which cannot be had, nor could its text. Nearest: GTZAN, of the six genres "
                        + String.join(", ", Material.SIX) + ".",
                sections);
    }

    private static Section leaks(List<Tried> networks, Trials trials) {
        var leaks = new LinkedHashMap<String, String>();
        for (var tried : networks) {
            leaks.computeIfAbsent(
                    tried.variation().protocol().word(),
                    word -> LeakageAudit.of(trials.first(tried.variation())).describe());
        }
        return new Section.Text(
                "What the first splits leak",
                leaks.entrySet().stream()
                        .map(leak -> "**%s**\n\n%s\n".formatted(leak.getKey(), leak.getValue()))
                        .collect(Collectors.joining()));
    }

    private static Conclusions conclusions(List<Tried> networks) {
        var standings = Design.thesis().stream()
                .map(design -> standing(
                        design,
                        networks.stream()
                                .filter(one -> one.variation().name().equals(design.name()))
                                .toList()))
                .toList();
        var random = networks.getFirst();
        var byArtist = networks.stream()
                .filter(one -> one.variation().protocol().honest())
                .findFirst()
                .orElseThrow();
        return new Conclusions(
                standings,
                recordings(random.variation().dataset()),
                random.variation().dataset().examples().size(),
                100 * byArtist.outcome().test().largestPrior());
    }

    private static long recordings(Dataset dataset) {
        return dataset.examples().stream()
                .map(example -> example.groups().getOrDefault(Grouping.TRACK, example.id()))
                .distinct()
                .count();
    }

    /** @param tried at random, by track, by artist */
    private static Standing standing(Design design, List<Tried> tried) {
        var random = tried.getFirst();
        return new Standing(
                design.name(),
                design.paperPercent().orElseThrow(),
                random.accuracy(),
                100 * random.outcome().trainingAccuracy(),
                tried.get(1).accuracy(),
                tried.get(2).accuracy());
    }

    private static Section protocol(Effort effort) {
        return new Section.Text(
                "What was repeated, and what was not",
                PROTOCOL.formatted(
                        effort.epochs(), effort.segments(), effort.clipSegments(), effort.folds(), effort.weights()));
    }

    /** The CNN on his split and on clips split by artist. */
    private static List<Tried> cnns(List<Tried> networks) {
        return networks.stream()
                .filter(tried -> tried.variation().name().equals("CNN"))
                .filter(tried -> !tried.variation().protocol().word().equals("by track"))
                .toList();
    }

    private static List<Section> closer(List<Tried> cnns) {
        var sections = new ArrayList<Section>();
        var byClass = new LinkedHashMap<String, ClassMetrics>();
        cnns.forEach(cnn -> byClass.put(
                "CNN, " + cnn.variation().protocol().word(), cnn.outcome().test()));
        sections.add(ClassTable.of("Each genre beside its prior", byClass));
        for (var cnn : cnns) {
            var word = cnn.variation().protocol().word();
            var stem = "cnn-" + word.replace(' ', '-');
            sections.add(LearningCurves.loss(
                    "CNN, " + word + ", first fit",
                    stem + "-loss.png",
                    cnn.outcome().fits().getFirst().epochs()));
            sections.add(Confusion.of(
                    "Confusion: CNN, " + word,
                    stem + "-confusion.png",
                    cnn.variation().dataset().classes(),
                    cnn.outcome().test().confusion(),
                    "Over the test segments of all fits."));
        }
        return sections;
    }
}
