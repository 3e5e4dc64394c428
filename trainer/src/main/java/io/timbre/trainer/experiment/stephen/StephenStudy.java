package io.timbre.trainer.experiment.stephen;

import io.timbre.networks.table.Recurrent.Cell;
import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.MidiGenres;
import io.timbre.trainer.experiment.Experiment;
import io.timbre.trainer.experiment.ExperimentSettings;
import io.timbre.trainer.experiment.Report;
import io.timbre.trainer.experiment.Section;
import io.timbre.trainer.experiment.Section.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Electronic against jazz: the paper's Tables 1 and 2, and what is left of them on pieces that were not shown. */
public final class StephenStudy implements Experiment {

    @Override
    public String name() {
        return "stephen";
    }

    @Override
    public String description() {
        return "Stephen: electronic against jazz from the pitches of 100 notes, Tables 1 and 2";
    }

    @Override
    public Report run(ExperimentSettings settings) throws IOException {
        var midi = MidiGenres.read(settings.data());
        var all = ElectronicAndJazz.all(midi);
        var asPublished = ElectronicAndJazz.asPublished(all, settings.seed());
        var test = honest("the paper's share", asPublished, settings);
        var testOfAll = honest("all data", all, settings);
        var ofFolds = testOfAll.chosen().stream().map(Candidate::balanced).toList();
        var sections = new ArrayList<Section>();
        sections.add(unknown());
        sections.addAll(new PublishedTables(all, asPublished, settings).sections());
        sections.addAll(new HonestRows(asPublished, test, PublishedTables.BEST)
                .sections("Pieces that were not shown, the paper's share"));
        sections.addAll(
                new HonestRows(all, testOfAll, PublishedTables.BEST).sections("Pieces that were not shown, all data"));
        sections.addAll(new AcrossCollections(midi, all, ofFolds, settings).sections());
        return new Report(name(), "Electronic or jazz, from the first hundred notes", data(midi, all), sections);
    }

    private static GroupedTest honest(String name, Dataset dataset, ExperimentSettings settings) {
        return GroupedTest.run(
                dataset,
                candidates(dataset.classes().size()),
                Effort.of(settings),
                settings.seed(),
                settings.fits().named(stage -> name + ": " + stage));
    }

    /** The paper's third iteration as it was, the same with standardised pitches, and ours. */
    static List<Candidate> candidates(int classes) {
        return List.of(
                Candidate.published(3, classes),
                Candidate.standardised(3, classes),
                Candidate.gated(Cell.GRU, NoteInput.TIMED, classes),
                Candidate.gated(Cell.GRU, NoteInput.DETAILED, classes),
                Candidate.gated(Cell.LSTM, NoteInput.DETAILED, classes));
    }

    private static Text unknown() {
        return new Text("What of the paper is not known", """
                The paper itself was not at hand. Known are the networks, the loss (binary cross-entropy), that accuracies \
                were taken on the training data, 75.99 % with a loss of 3.72 for the first iteration and 94.17 % as the best \
                of a later one. Not known, and chosen here: epochs, which of the later iterations gave 94.17 %, how many \
                pieces of each class there were, which class is 1, how the notes of several instruments were merged (here \
                all pitched ones by onset), whether pitches were scaled (here not, where it says raw), and the optimiser's \
                settings (here Keras' defaults: Adam, 1e-3, batches of 32; its initial weights of recurrent layers too).
                """);
    }

    private static String data(MidiGenres midi, Dataset all) {
        var counts = all.examples().stream()
                .collect(Collectors.groupingBy(
                        example -> all.classes().get(example.label()) + " of " + ElectronicAndJazz.collection(example),
                        TreeMap::new,
                        Collectors.counting()));
        return "The paper had piano scores of the ADL set, which could not be had. Used: `midi_genres`, three collections, "
                + "pieces by class and collection " + counts + "; left out of the whole folder " + midi.leftOut()
                + ". Electronic is `dance` of di01096 and `misc` of bsubedi26, whose files are named after producers of "
                + "hardstyle; bytes that stand under dance and under rap or pop are left out.";
    }
}
