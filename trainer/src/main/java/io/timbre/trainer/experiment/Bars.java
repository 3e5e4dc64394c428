package io.timbre.trainer.experiment;

import io.timbre.signal.picture.Bar;
import io.timbre.signal.picture.BarChart;
import io.timbre.signal.picture.BarChart.Direction;
import io.timbre.signal.picture.Look;
import io.timbre.signal.picture.Png;
import io.timbre.trainer.experiment.Section.Figure;
import io.timbre.trainer.experiment.Section.Picture;
import java.util.Map;
import java.util.SequencedMap;

/** Figures side by side, each with its interval. */
public final class Bars {
    private static final int WIDTH = 640;
    private static final int HEADROOM = 90;
    private static final int BAR = 30;

    private Bars() {}

    /**
     * A bar a figure, below each other in the order of the map.
     *
     * @param valueTitle what the figures are, with their unit, such as {@code "accuracy (%)"}
     */
    public static Picture of(
            String title, String file, String valueTitle, SequencedMap<String, Figure> figures, String caption) {
        var bars = figures.entrySet().stream().map(Bars::bar).toList();
        var look = Look.page().sized(WIDTH, Math.max(180, HEADROOM + BAR * bars.size()));
        var chart = BarChart.fitted("", valueTitle, bars, Direction.RIGHT);
        return new Picture(title, file, Png.encode(chart.draw(look)), caption);
    }

    private static Bar bar(Map.Entry<String, Figure> named) {
        var figure = named.getValue();
        return figure.hasInterval()
                ? new Bar(named.getKey(), figure.value(), figure.low(), figure.high())
                : Bar.of(named.getKey(), figure.value());
    }
}
