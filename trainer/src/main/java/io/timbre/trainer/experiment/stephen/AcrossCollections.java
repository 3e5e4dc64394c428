package io.timbre.trainer.experiment.stephen;

import static io.timbre.trainer.experiment.stephen.ElectronicAndJazz.CLASSES;
import static io.timbre.trainer.experiment.stephen.ElectronicAndJazz.ELECTRONIC;
import static io.timbre.trainer.experiment.stephen.ElectronicAndJazz.JAZZ;
import static io.timbre.trainer.experiment.stephen.ElectronicAndJazz.collection;

import io.timbre.networks.table.Recurrent.Cell;
import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Grouping;
import io.timbre.trainer.data.MidiGenres;
import io.timbre.trainer.data.Prediction;
import io.timbre.trainer.experiment.Digits;
import io.timbre.trainer.experiment.ExperimentSettings;
import io.timbre.trainer.experiment.Section;
import io.timbre.trainer.experiment.Section.Comparison;
import io.timbre.trainer.experiment.Section.Table;
import io.timbre.trainer.experiment.Section.Text;
import io.timbre.trainer.metrics.ClassFigures;
import io.timbre.trainer.metrics.ClassMetrics;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Whether a network has learnt the genre or whose file it is: trained on pieces of one collection and tested on those of
 * others, trained where class and collection are one, and asked for the collection itself.
 *
 * @param ofFolds the network of each fold, chosen without a look at what the fold tests
 */
record AcrossCollections(MidiGenres midi, Dataset all, List<Candidate> ofFolds, ExperimentSettings settings) {

    private static final List<String> HEADER =
            List.of("trained on", "tested on", "jazz recognised (%)", "of", "electronic recognised (%)", "of");

    List<Section> sections() {
        var sections = new ArrayList<Section>();
        sections.add(new Text(
                "Across collections",
                String.format(
                        Locale.ROOT, """
                On each fold the network of the lowest validation loss there, fitted so that both classes count the same. \
                Jazz stands in all three collections, electronic in two: `dance` of `di01096`, arrangements of whole bands, \
                and `misc` of `bsubedi26`, lead voices of hardstyle. The folds are those of the honest test: no network \
                is tested with a piece that it was shown under another name, as far as names of files and notes tell. Of %d \
                pieces %d name an artist and %d a title; the others are only compared by their bytes and by runs of notes.
                """, all.examples().size(), naming(Grouping.ARTIST), naming(Grouping.TITLE))));
        sections.add(new Table("Trained on one collection, tested on each", HEADER, rows()));
        probe().ifPresent(sections::add);
        return sections;
    }

    private long naming(Grouping kind) {
        return all.examples().stream()
                .filter(example -> example.groups().containsKey(kind))
                .count();
    }

    private List<List<String>> rows() {
        var rows = new ArrayList<List<String>>();
        rows.addAll(rows("all collections", example -> true));
        for (var collection : withBothClasses()) {
            rows.addAll(rows(collection, example -> collection(example).equals(collection)));
        }
        for (var collection : withBothClasses()) {
            rows.addAll(rows(
                    "electronic of " + collection + ", jazz of the others",
                    example -> ElectronicAndJazz.is(ELECTRONIC, example)
                            == collection(example).equals(collection)));
        }
        return rows;
    }

    private List<List<String>> rows(String name, Predicate<Example> shown) {
        var tested = GroupedTest.tested(
                all,
                ofFolds,
                shown,
                Effort.of(settings),
                settings.seed(),
                settings.fits().named(stage -> "trained on " + name + ": " + stage));
        return collections().stream()
                .map(collection -> {
                    var there = tested.stream()
                            .filter(prediction ->
                                    collection(prediction.example()).equals(collection))
                            .toList();
                    return row(name, collection, there);
                })
                .toList();
    }

    private static List<String> row(String trainedOn, String testedOn, List<Prediction> predictions) {
        var classes = ClassMetrics.of(CLASSES, predictions).perClass();
        var row = new ArrayList<>(List.of(trainedOn, testedOn));
        for (var name : List.of(JAZZ, ELECTRONIC)) {
            var figures = classes.get(CLASSES.indexOf(name));
            row.add(figures.support() == 0 ? "–" : Digits.percent(figures.recall()));
            row.add("" + figures.support());
        }
        return row;
    }

    private Set<String> collections() {
        return all.examples().stream()
                .map(ElectronicAndJazz::collection)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> withBothClasses() {
        return collections().stream()
                .filter(collection -> CLASSES.stream()
                        .allMatch(name -> all.examples().stream()
                                .anyMatch(example -> ElectronicAndJazz.is(name, example)
                                        && collection(example).equals(collection))))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Asks for the collection of jazz pieces; nothing where they are all of one. */
    private Optional<Section> probe() {
        var jazz = midi.pieces().stream()
                .filter(piece -> piece.genre().equals(JAZZ))
                .toList();
        var collections = jazz.stream()
                .map(piece -> piece.collection())
                .distinct()
                .sorted()
                .toList();
        if (collections.size() < 2) {
            return Optional.empty();
        }
        var dataset = midi.dataset(
                "midi_genres: jazz by collection",
                collections,
                piece -> Optional.of(piece.collection())
                        .filter(name -> piece.genre().equals(JAZZ)));
        // one that was chosen nowhere: the pieces that chose the others may be tested here
        var network = Candidate.gated(Cell.GRU, NoteInput.DETAILED, collections.size())
                .balanced();
        var test = GroupedTest.run(
                dataset,
                List.of(network),
                Effort.of(settings),
                settings.seed(),
                settings.fits().named(stage -> "collection of jazz: " + stage));
        var metrics = ClassMetrics.of(collections, test.tested(network));
        return Optional.of(new Comparison(
                "Whose file is a jazz piece?",
                List.of(Figures.honest(
                        "the collection among jazz pieces, " + network.name(),
                        test.protocol(),
                        OptionalDouble.empty(),
                        metrics,
                        verdict(metrics)))));
    }

    /** By the mean over collections, since most of the jazz is of one. */
    private static String verdict(ClassMetrics metrics) {
        double recall = metrics.perClass().stream()
                .mapToDouble(ClassFigures::recall)
                .average()
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                "mean recall of the collections %.1f %%, by chance %.1f %%",
                100 * recall,
                100.0 / metrics.perClass().size());
    }
}
