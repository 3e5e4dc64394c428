package io.timbre.trainer.experiment;

import io.timbre.trainer.experiment.Section.Comparison;
import io.timbre.trainer.experiment.Section.Figure;
import io.timbre.trainer.experiment.Section.Row;
import io.timbre.trainer.experiment.Section.Table;
import io.timbre.trainer.experiment.Section.Text;
import io.timbre.trainer.fit.EpochFigures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** A report of every kind of section, on data whose names are out to break it. */
final class MadeUp {
    static final Environment ENVIRONMENT = new Environment("25", "Linux amd64", 2, "MXNet on DJL 0.36.0", "1");

    static final Row PUBLISHED = new Row(
            "iteration 2",
            "training data, as published",
            false,
            OptionalDouble.of(94.17),
            new Figure(95.25, "%", 93.5, 97.125, 400),
            "the ADL set could not be had",
            Map.of("macro F1", 0.9, "log-loss", 0.25));
    static final Row HONEST = new Row(
            "iteration 2",
            "grouped by title",
            true,
            OptionalDouble.empty(),
            Figure.of(2 / 3.0 * 100, "%", 60),
            "",
            Map.of());

    private MadeUp() {}

    static Report report() {
        var sections = new ArrayList<Section>(List.of(
                new Text("What was done", "A **network** on `notes-100`, <b>twice</b>.\n\n- once\n- again"),
                new Comparison("Table 2", List.of(PUBLISHED, HONEST)),
                new Table(
                        "What leaked",
                        List.of("track", "stands in"),
                        List.of(List.of("a|b <script>alert(1)</script> *c*\nd", "training, test")))));
        sections.addAll(LearningCurves.of("iteration 2", "iteration-2", epochs(40)));
        sections.add(Confusion.of(
                "Confusion",
                "confusion.png",
                List.of("electronic", "jazz"),
                new int[][] {{30, 5}, {10, 15}},
                "60 files"));
        var bars = new LinkedHashMap<String, Figure>();
        bars.put("published", PUBLISHED.ours());
        bars.put("grouped", HONEST.ours());
        sections.add(Bars.of("Accuracy by protocol", "protocols.png", "accuracy (%)", bars, ""));
        return new Report("made-up", "Made up & <true>", "60 files_of_nobody", sections);
    }

    static List<EpochFigures> epochs(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(epoch -> new EpochFigures(
                        epoch,
                        count,
                        1.0 / epoch,
                        1 - 0.5 / epoch,
                        0.3 + 1.0 / epoch,
                        0.8 - 0.3 / epoch,
                        1e-3,
                        epoch == count))
                .toList();
    }
}
