package io.timbre.trainer.experiment.stephen;

import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.MidiGenres;
import io.timbre.trainer.experiment.Confusion;
import io.timbre.trainer.experiment.Experiment;
import io.timbre.trainer.experiment.ExperimentSettings;
import io.timbre.trainer.experiment.LearningCurves;
import io.timbre.trainer.experiment.Report;
import io.timbre.trainer.experiment.Section;
import io.timbre.trainer.metrics.ClassMetrics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All genres with enough files, from the first hundred notes: the paper's third iteration with a logit a class, and ours. */
public final class StephenMultiStudy implements Experiment {

    /** A fifth of it is tested with and a fifth validated with. */
    private static final int LEAST_PIECES = 90;

    private static final int LEAST_PIECES_QUICK = 3;

    @Override
    public String name() {
        return "stephen-multi";
    }

    @Override
    public String description() {
        return "Stephen: all genres with enough MIDI files, from the pitches of 100 notes";
    }

    @Override
    public Report run(ExperimentSettings settings) throws IOException {
        var midi = MidiGenres.read(settings.data());
        int least = settings.quick() ? LEAST_PIECES_QUICK : LEAST_PIECES;
        var genres = genres(midi, least);
        var dataset = dataset(midi, genres);
        var test = GroupedTest.run(
                dataset, StephenStudy.candidates(genres.size()), Effort.of(settings), settings.seed(), settings.fits());
        var sections = new ArrayList<Section>();
        sections.addAll(
                new HonestRows(dataset, test, OptionalDouble.empty()).sections("Genres of pieces that were not shown"));
        var metrics = ClassMetrics.of(genres, test.testedByChosen());
        sections.add(Confusion.of("What ours takes for what", "confusion.png", genres, metrics.confusion(), ""));
        sections.addAll(LearningCurves.of(
                test.favourite().name() + ", first fold", "first-fold", test.firstFold(test.favourite())));
        return new Report(name(), "Genres from the first hundred notes", data(midi, dataset, least), sections);
    }

    private static List<String> genres(MidiGenres midi, int least) {
        var counts = midi.pieces().stream()
                .collect(Collectors.groupingBy(ElectronicAndJazz::genre, TreeMap::new, Collectors.counting()));
        var genres = counts.entrySet().stream()
                .filter(genre -> genre.getValue() >= least)
                .map(Map.Entry::getKey)
                .toList();
        if (genres.size() < 2) {
            throw new IllegalArgumentException(
                    "midi_genres must have two genres of " + least + " pieces or more: had " + counts);
        }
        return genres;
    }

    private static Dataset dataset(MidiGenres midi, List<String> genres) {
        return midi.dataset(
                "midi_genres: genres with enough pieces",
                genres,
                piece -> Optional.of(ElectronicAndJazz.genre(piece)).filter(genres::contains));
    }

    private static String data(MidiGenres midi, Dataset dataset, int least) {
        var counts = dataset.examples().stream()
                .collect(Collectors.groupingBy(
                        example -> dataset.classes().get(example.label()), TreeMap::new, Collectors.counting()));
        return "`midi_genres`, three collections, genres of the same name merged and `dance` and `misc` (hardstyle) called "
                + "electronic; genres of " + least + " pieces or more " + counts + "; left out of the whole folder "
                + midi.leftOut() + ". The paper had two classes; this is ours to add.";
    }
}
