package io.timbre.signal.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.timbre.signal.picture.BarChart.Direction;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarChartTest {
    private static final int BAR = 0x56b4e9;
    private static final int INK = 0x1f2328;
    private static final int PAGE = 0xffffff;

    @Test
    void growsBarsUpToTheirValues() {
        BarChart chart = chart(Direction.UP, Bar.of("a", 0.55), Bar.of("b", -0.75));
        assertThat(up(chart, 0.25, 0.53)).isEqualTo(BAR);
        assertThat(up(chart, 0.25, 0.57)).isEqualTo(PAGE);
        assertThat(up(chart, 0.25, -0.1)).isEqualTo(PAGE);
        assertThat(up(chart, 0.75, -0.73)).isEqualTo(BAR);
        assertThat(up(chart, 0.75, -0.77)).isEqualTo(PAGE);
        assertThat(up(chart, 0.75, 0.1)).isEqualTo(PAGE);
    }

    @Test
    void growsBarsToTheRightFromTheTopDown() {
        BarChart chart = chart(Direction.RIGHT, Bar.of("a", 0.55), Bar.of("b", -0.75));
        assertThat(right(chart, 0.25, 0.53)).isEqualTo(BAR);
        assertThat(right(chart, 0.25, 0.57)).isEqualTo(PAGE);
        assertThat(right(chart, 0.75, -0.73)).isEqualTo(BAR);
        assertThat(right(chart, 0.75, 0.53)).isEqualTo(PAGE);
    }

    @Test
    void drawsIntervalsThatNeedNotBeSymmetrical() {
        for (Direction direction : Direction.values()) {
            BarChart chart = chart(direction, new Bar("a", 0.5, 0.1, 0.6));
            assertThat(at(chart, 0.5, 0.13)).isEqualTo(INK);
            assertThat(at(chart, 0.5, 0.58)).isEqualTo(INK);
            assertThat(at(chart, 0.5, 0.07)).isEqualTo(BAR);
            assertThat(at(chart, 0.5, 0.63)).isEqualTo(PAGE);
        }
    }

    @Test
    void drawsAnErrorToEitherSide() {
        assertThat(Bar.of("a", 1, 0.25)).isEqualTo(new Bar("a", 1, 0.75, 1.25));
    }

    @Test
    void fitsItsAxisToZeroAndTheIntervals() {
        assertThat(BarChart.fitted("", "", List.of(new Bar("a", 0.5, 0.4, 0.98)), Direction.UP)
                        .values())
                .isEqualTo(new Range(0, 1));
        assertThat(BarChart.fitted("", "", List.of(Bar.of("a", -3), Bar.of("b", 1)), Direction.UP)
                        .values())
                .isEqualTo(new Range(-3, 1));
    }

    @Test
    void refusesWhatItCannotDraw() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bar("a", 1, 2, 3))
                .withMessageContaining("was 2.0, 1.0, 3.0");
        assertThatIllegalArgumentException().isThrownBy(() -> Bar.of("a", Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> chart(Direction.UP));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BarChart("", "", List.of(Bar.of("a", 1)), new Range(1, 2), Direction.UP))
                .withMessageContaining("must hold 0");
    }

    private static BarChart chart(Direction direction, Bar... bars) {
        return new BarChart("Title", "value", List.of(bars), new Range(-1, 1), direction);
    }

    private static int at(BarChart chart, double along, double value) {
        return chart.direction() == Direction.UP ? up(chart, along, value) : right(chart, along, value);
    }

    private static int up(BarChart chart, double along, double value) {
        Plot plot = chart.plot(new Canvas(Look.page()));
        return rgb(
                chart.draw(Look.page()),
                plot.across(along),
                plot.up(chart.values().share(value)));
    }

    private static int right(BarChart chart, double along, double value) {
        Plot plot = chart.plot(new Canvas(Look.page()));
        return rgb(chart.draw(Look.page()), plot.across(chart.values().share(value)), plot.up(1 - along));
    }

    private static int rgb(BufferedImage image, double x, double y) {
        return image.getRGB((int) x, (int) y) & 0xffffff;
    }
}
