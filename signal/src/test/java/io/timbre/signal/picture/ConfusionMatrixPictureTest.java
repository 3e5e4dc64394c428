package io.timbre.signal.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConfusionMatrixPictureTest {
    @Test
    void coloursACellByItsShareOfTheLabel() {
        // Rows are labels: of two blues one was taken for rock, the one rock was found, jazz never occurred.
        var picture = picture(List.of("blues", "rock", "jazz"), new int[][] {{1, 1, 0}, {0, 1, 0}, {0, 0, 0}});
        assertThat(cell(picture, 0, 0)).isEqualTo(ColourTable.GREY.rgb(128));
        assertThat(cell(picture, 0, 1)).isEqualTo(ColourTable.GREY.rgb(128));
        assertThat(cell(picture, 1, 0)).isEqualTo(0x000000);
        assertThat(cell(picture, 1, 1)).isEqualTo(0xffffff);
        assertThat(cell(picture, 2, 2)).isEqualTo(0x000000);
    }

    @Test
    void writesWhatAllCellsHaveRoomFor() {
        assertThat(text(3, 50)).isEqualTo("in a cell: count, % of the label");
        assertThat(text(24, 50)).isEqualTo("in a cell: count");
        assertThat(text(24, 5000)).isEqualTo("in a cell: % of the label");
        assertThat(text(100, 5000)).isEqualTo("colours only");
    }

    @Test
    void refusesCountsOfAnotherShape() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> picture(List.of("a", "b"), new int[][] {{1, 2}}))
                .withMessageContaining("were 1 for 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> picture(List.of("a", "b"), new int[][] {{1, 2}, {3}}))
                .withMessageContaining("must have 2: had 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> picture(List.of("a"), new int[][] {{-1}}))
                .withMessageContaining("was -1");
        assertThatIllegalArgumentException().isThrownBy(() -> picture(List.of(), new int[][] {}));
    }

    private static ConfusionMatrixPicture picture(List<String> classes, int[][] counts) {
        return new ConfusionMatrixPicture("Title", classes, counts, ColourTable.GREY);
    }

    /** What a picture of 900 x 800 says that its cells say, with that count on the diagonal and none elsewhere. */
    private static String text(int classes, int count) {
        int[][] counts = new int[classes][classes];
        for (int n = 0; n < classes; n++) {
            counts[n][n] = count;
            counts[n][(n + 1) % classes] = count;
        }
        var names = IntStream.range(0, classes).mapToObj(n -> "class " + n).toList();
        var canvas = new Canvas(Look.page().sized(900, 800));
        return picture(names, counts).cellText(canvas).words();
    }

    /** The colour of a cell near its upper left corner, where nothing is written. */
    private static int cell(ConfusionMatrixPicture picture, int label, int prediction) {
        var canvas = new Canvas(Look.page());
        Plot plot = picture.plot(canvas, "prediction");
        BufferedImage image = picture.draw(Look.page());
        int classes = picture.classes().size();
        int x = (int) plot.across((double) prediction / classes) + 3;
        int y = (int) plot.up(1 - (double) label / classes) + 3;
        return image.getRGB(x, y) & 0xffffff;
    }
}
