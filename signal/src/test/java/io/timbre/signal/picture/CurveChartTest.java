package io.timbre.signal.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurveChartTest {
    private static final int BLUE = 0x0072b2;
    private static final int VERMILION = 0xd55e00;

    @Test
    void drawsEachCurveWhereItsValuesAre() {
        CurveChart chart = chart(flat("low", 0.25), flat("high", 0.75));
        assertThat(at(chart, 0.55, 0.25)).isEqualTo(BLUE);
        assertThat(at(chart, 0.55, 0.75)).isEqualTo(VERMILION);
        assertThat(at(chart, 0.55, 0.5)).isEqualTo(0xffffff);
    }

    @Test
    void drawsALonePointAsADot() {
        assertThat(at(chart(new Curve("", new double[] {0.55}, new double[] {0.45})), 0.55, 0.45))
                .isEqualTo(BLUE);
    }

    @Test
    void cutsOffWhatLiesBeyondTheRange() {
        CurveChart chart = chart(new Curve("", new double[] {0, 1}, new double[] {-5, 6}));
        Plot plot = plot(chart);
        BufferedImage image = chart.draw(Look.page());
        for (int x = plot.x; x < plot.x + plot.width; x++) {
            assertThat(rgb(image, x, plot.y - 3)).isEqualTo(0xffffff);
        }
    }

    @Test
    void namesItsCurvesInALegend() {
        var canvas = new Canvas(Look.page());
        assertThat(chart(flat("", 0)).legend(canvas).height()).isZero();
        int oneRow = chart(flat("one", 0)).legend(canvas).height();
        Curve[] many = IntStream.range(0, 12)
                .mapToObj(n -> flat("curve number " + n, 0))
                .toArray(Curve[]::new);
        assertThat(chart(many).legend(canvas).height()).isGreaterThan(oneRow);
    }

    @Test
    void dashesCurvesWhenTheColoursBeginAnew() {
        assertThat(CurveChart.stroke(5).getDashArray()).isNull();
        assertThat(CurveChart.stroke(6).getDashArray()).isNotEmpty();
    }

    @Test
    void fitsItsAxesToAllCurves() {
        CurveChart chart = CurveChart.fitted(
                "",
                "epoch",
                "loss",
                List.of(
                        new Curve("a", new double[] {0, 10}, new double[] {0.2, 0.4}),
                        new Curve("b", new double[] {5, 50}, new double[] {0, 1})));
        assertThat(chart.x()).isEqualTo(new Range(0, 50));
        assertThat(chart.y()).isEqualTo(new Range(0, 1));
    }

    @Test
    void refusesCurvesThatCannotBeDrawn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Curve("", new double[] {1, 2}, new double[] {1}))
                .withMessageContaining("were 2 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Curve("", new double[] {1}, new double[] {Double.NaN}));
        assertThatIllegalArgumentException().isThrownBy(() -> CurveChart.fitted("", "", "", List.of()));
    }

    private static Curve flat(String name, double y) {
        return new Curve(name, new double[] {0, 1}, new double[] {y, y});
    }

    private static CurveChart chart(Curve... curves) {
        return new CurveChart("Title", "x", "y", List.of(curves), new Range(0, 1), new Range(0, 1));
    }

    private static Plot plot(CurveChart chart) {
        var canvas = new Canvas(Look.page());
        return chart.plot(canvas, chart.legend(canvas));
    }

    /** The colour of a pixel that a line of two pixels through the point covers wholly. */
    private static int at(CurveChart chart, double x, double y) {
        Plot plot = plot(chart);
        return rgb(chart.draw(Look.page()), (int) plot.across(x), (int) Math.ceil(plot.up(y) - 1));
    }

    private static int rgb(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xffffff;
    }
}
