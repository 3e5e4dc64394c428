package io.timbre.trainer.experiment.vanmieghem;

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

/**
 * Van Mieghem's thesis on GTZAN: five networks, kernel counts, lengths, a similar genre, and what he left to others, each
 * on his random split and on splits that keep songs and artists apart.
 */
public final class VanMieghemStudy implements Experiment {

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
        var trials = new Trials(settings);
        var questions =
                Questions.read(Material.of(settings.data(), settings.quick(), settings.seed()), settings.quick());
        var networks = questions.networks();
        var others = List.of(
                questions.otherSplits(),
                questions.kernelCounts(),
                questions.sampleLengths(),
                questions.similarGenre(),
                questions.representations(),
                questions.stepsOverTime());
        networks.check(trials);
        others.forEach(question -> question.check(trials));

        var sections = new ArrayList<Section>();
        sections.add(protocol());
        var tried = networks.tryAll(trials);
        sections.addAll(networks.sections(tried));
        sections.addAll(closer(cnns(tried)));
        for (var question : others) {
            sections.addAll(question.sections(question.tryAll(trials)));
        }
        sections.addAll(SimilarKernels.sections(cnns(tried)));
        return new Report(
                name(),
                "Van Mieghem: dense, recurrent and convolutional networks on a few seconds",
                "The thesis used songs of its own, which cannot be had, nor could its text. Nearest: GTZAN, of the six genres "
                        + String.join(", ", Material.SIX) + ".",
                sections);
    }

    private static Section protocol() {
        return new Section.Text("What was repeated, and what was not", """
                Training is the thesis': Adam at 1e-3, batches of 128, at most 1000 epochs, early stopping (50 epochs, 1 %), a fifth \
                of the rate after 5 flat epochs, 70/15/15, twenty segments of 3 s drawn at random from each recording. Our recordings \
                are the first 15 s of about nine songs a genre where the thesis had whole songs and left out their first and last \
                30 s; so there are few songs, an epoch has few steps, and drawn segments overlap more. GTZAN is at 22,050 Hz: what \
                bands hold beyond 11 kHz is nothing.

                The six genres are unlike each other, and each has artists enough to keep them apart among the clips of 2 s; the long \
                recordings have one artist in blues (John Lee Hooker) and in classical (J. S. Bach), so three seconds cannot be split \
                by artist in these. `full_30s` is not used, as in it codec and length give classical music away.

                His program applies softmax twice, which bounds the loss from below and makes learning slower; here it is applied once. \
                Its recurrent networks step over bands, and so do ours unless said otherwise.

                Accuracies are over the test segments of all seeds together. Intervals are bootstraps over tracks, as segments of a \
                track stand or fall together. A row is honest if no test segment shares its song or its artist with a training segment.""");
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
                    "CNN, " + word,
                    stem + "-loss.png",
                    cnn.outcome().fits().getFirst().epochs()));
            sections.add(Confusion.of(
                    "Confusion: CNN, " + word,
                    stem + "-confusion.png",
                    cnn.variation().dataset().classes(),
                    cnn.outcome().test().confusion(),
                    "Over the test segments of all seeds."));
        }
        return sections;
    }
}
