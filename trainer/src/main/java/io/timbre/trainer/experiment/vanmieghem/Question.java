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
 * @param splits how many of each, where one does not test every track
 */
record Question(String title, String stem, String axis, String text, int splits, List<Variation> variations) {

    private static final Look LOOK = Look.page().sized(640, 320);

    Question {
        variations = List.copyOf(variations);
    }

    /** Splits all data once, so that what is wrong with it is said before anything is fitted. */
    void check(Trials trials) {
        variations.forEach(variation -> trials.check(variation, splits));
    }

    List<Tried> tryAll(Trials trials) {
        return variations.stream()
                .map(variation -> new Tried(variation, trials.run(variation, splits)))
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
        tried.forEach(one -> figures.put(
                one.variation().name() + " (" + one.variation().protocol().word() + ")", one.accuracy()));
        return Bars.of(title + ": bars", stem + ".png", "accuracy (%)", figures, "Intervals are of 95 %, over tracks.");
    }

    private Picture curves(List<Tried> tried) {
        var byProtocol = tried.stream()
                .collect(Collectors.groupingBy(
                        one -> one.variation().protocol().word(), LinkedHashMap::new, Collectors.toList()));
        var curves = byProtocol.entrySet().stream()
                .map(protocol -> curve(protocol.getKey(), protocol.getValue()))
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
