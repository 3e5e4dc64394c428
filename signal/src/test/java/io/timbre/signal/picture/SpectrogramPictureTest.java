package io.timbre.signal.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class SpectrogramPictureTest {
    private static final ColourScale DECIBELS = new ColourScale(ColourTable.MAGMA, "dB", new Range(-80, 0));
    private static final int FIRST = 0x000004;
    private static final int LAST = 0xfcfdbf;

    @Test
    void drawsEveryCellInItsColour() {
        // The loudest cell is the highest band of the first frame, so it is at the top left.
        float[] values = {-80, -80, -80, -80, -80, -80, 0, -80, -40};
        SpectrogramPicture picture = picture(values, 3, DECIBELS);
        assertThat(cell(picture, 2, 0)).isEqualTo(LAST);
        assertThat(cell(picture, 2, 1)).isEqualTo(FIRST);
        assertThat(cell(picture, 2, 2)).isEqualTo(ColourTable.MAGMA.rgb(128));
        assertThat(cell(picture, 0, 0)).isEqualTo(FIRST);
        Plot plot = plot(picture);
        BufferedImage image = picture.draw(Look.page());
        assertThat(rgb(image, plot.x, plot.y)).isEqualTo(LAST);
        assertThat(rgb(image, plot.x, plot.y + plot.height - 1)).isEqualTo(FIRST);
    }

    @Test
    void keepsALoneClickAmongMoreFramesThanPixels() {
        float[] values = new float[2 * 100_000];
        values[100_000 + 61_803] = 1;
        SpectrogramPicture picture = picture(values, 2, new ColourScale(ColourTable.GREY, "", new Range(0, 1)));
        Plot plot = plot(picture);
        int column = plot.x + (int) (0.61803 * plot.width);
        BufferedImage image = picture.draw(Look.page());
        assertThat(rgb(image, column, plot.y)).isEqualTo(0xffffff);
        assertThat(rgb(image, column + 1, plot.y)).isZero();
        assertThat(rgb(image, column, plot.y + plot.height - 1)).isZero();
    }

    @Test
    void keepsTheMostNegativeOfSignedValues() {
        float[] values = new float[100_000];
        values[0] = -1;
        values[1] = 0.5f;
        SpectrogramPicture picture = picture(values, 1, ColourScale.signed("", values));
        Plot plot = plot(picture);
        assertThat(rgb(picture.draw(Look.page()), plot.x, plot.y)).isEqualTo(ColourTable.COOLWARM.rgb(0));
    }

    @Test
    void showsTheScaleBesideIt() {
        SpectrogramPicture picture = picture(new float[] {-40}, 1, DECIBELS);
        Plot plot = plot(picture);
        BufferedImage image = picture.draw(Look.page());
        int column = plot.x + plot.width + 20;
        assertThat(rgb(image, column, plot.y)).isEqualTo(LAST);
        assertThat(rgb(image, column, plot.y + plot.height - 1)).isEqualTo(FIRST);
    }

    @Test
    void hasTheSizeAndThePageOfTheLook() {
        SpectrogramPicture picture = picture(new float[] {-40}, 1, DECIBELS);
        BufferedImage image = picture.draw(Look.page().sized(640, 300).on(Theme.DARK));
        assertThat(image.getWidth()).isEqualTo(640);
        assertThat(image.getHeight()).isEqualTo(300);
        assertThat(rgb(image, 0, 0)).isEqualTo(0x0d1117);
        assertThat(rgb(picture.draw(Look.page()), 0, 0)).isEqualTo(0xffffff);
    }

    @Test
    void givesTheSameBytesAgain() {
        SpectrogramPicture picture = picture(new float[] {-80, -40, -20, 0}, 2, DECIBELS);
        assertThat(Png.encode(picture.draw(Look.page()))).isEqualTo(Png.encode(picture.draw(Look.page())));
    }

    @Test
    void refusesWhatItCannotDraw() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> picture(new float[] {1, 2, 3}, 2, DECIBELS))
                .withMessageContaining("2 bands x frames: were 3");
        assertThatIllegalArgumentException().isThrownBy(() -> picture(new float[] {Float.NaN}, 1, DECIBELS));
        assertThatIllegalArgumentException().isThrownBy(() -> picture(new float[] {}, 1, DECIBELS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpectrogramPicture("", new float[1], 0, BandAxis.numbered("band", 1), DECIBELS))
                .withMessageContaining("secondsPerFrame");
    }

    private static SpectrogramPicture picture(float[] values, int bands, ColourScale scale) {
        return new SpectrogramPicture("Title", values, 0.5, BandAxis.linear(bands, 100), scale);
    }

    private static Plot plot(SpectrogramPicture picture) {
        var canvas = new Canvas(Look.page());
        return picture.plot(canvas, new ColourBar(canvas, picture.scale()));
    }

    /** The colour in the middle of a cell of three by three. */
    private static int cell(SpectrogramPicture picture, int band, int frame) {
        Plot plot = plot(picture);
        return rgb(picture.draw(Look.page()), (int) plot.across((frame + 0.5) / 3), (int) plot.up((band + 0.5) / 3));
    }

    private static int rgb(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xffffff;
    }
}
