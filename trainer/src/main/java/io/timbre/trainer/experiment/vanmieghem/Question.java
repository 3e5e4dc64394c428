package io.timbre.trainer.experiment.vanmieghem;

import io.timbre.signal.picture.Curve;
import io.timbre.signal.picture.CurveChart;
import io.timbre.signal.picture.Look;
import io.timbre.signal.picture.Png;
import io.timbre.trainer.experiment.Bars;
import io.timbre.trainer.experiment.Section;
import io.timbre.trainer.experiment.Section.Comparison;
import io.timbre.trainer.experiment.Section.Figure;
import io.timbre.trainer.experiment.Section.Picture;
import io.timbre.trainer.experiment.vanmieghem.Variation.Tried;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is asked of the networks, and the variations that answer it.
 *
 * @param stem of the picture's file
 * @param axis what the variations differ by, with its unit; empty where that is no number
 * @param text Markdown
 */
record Question(String title, String stem, String axis, String text, List<Variation> variations) {

    private static final Look LOOK = Look.page().sized(640, 320);

    Question {
        variations = List.copyOf(variations);
    }

    /** Splits all data once, so that what is wrong with it is said before anything is fitted. */
    void check(Trials trials) {
        variations.forEach(trials::check);
    }

    List<Tried> tryAll(Trials trials) {
        return variations.stream()
                .map(variation -> new Tried(variation, trials.run(variation)))
                .toList();
    }

    List<Section> sections(List<Tried> tried) {
        return List.of(
                new Section.Text(title, text),
                new Comparison(
                        title + ": figures", tried.stream().map(Tried::row).toList()),
                axis.isEmpty() ? bars(tried) : curves(tried));
    }

    private Picture bars(List<Tried> tried) {
        var figures = new LinkedHashMap<String, Figure>();
        tried.forEach(one -> figures.put(one.label(), one.accuracy()));
        return Bars.of(
                title + ": bars",
                stem + ".png",
                "accuracy (%)",
                figures,
                "Intervals are of 95 %, over tracks, or artists where they are kept apart.");
    }

    private Picture curves(List<Tried> tried) {
        var grouped = tried.stream()
                .collect(
                        Collectors.groupingBy(one -> one.variation().curve(), LinkedHashMap::new, Collectors.toList()));
        var curves = grouped.entrySet().stream()
                .map(group -> curve(group.getKey(), group.getValue()))
                .toList();
        var chart = CurveChart.fitted("", axis, "accuracy (%)", curves);
        return new Picture(
                title + ": curves", stem + ".png", Png.encode(chart.draw(LOOK)), "Accuracy on the test part.");
    }

    private static Curve curve(String name, List<Tried> tried) {
        return new Curve(
                name,
                tried.stream().mapToDouble(one -> one.variation().at()).toArray(),
                tried.stream().mapToDouble(one -> one.accuracy().value()).toArray());
    }
}
