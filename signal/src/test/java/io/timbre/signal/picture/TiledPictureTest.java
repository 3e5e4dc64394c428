package io.timbre.signal.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.timbre.signal.picture.TiledPicture.Tile;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TiledPictureTest {
    private static final int WIDTH = 400;

    @Test
    void drawsTheLowestRowAtTheBottomOfItsTile() {
        var picture = new TiledPicture("", List.of(tile("0", false, 0, 0, 1, 0)), 10, 10);
        var grid = grid(picture);
        var image = picture.draw(WIDTH, Theme.LIGHT);

        assertThat(rgb(image, grid.x(0), grid.y(0))).as("row 1, column 0").isEqualTo(0xffffff);
        assertThat(rgb(image, grid.x(0) + 10, grid.y(0))).isZero();
        assertThat(rgb(image, grid.x(0), grid.y(0) + 10)).as("row 0, column 0").isZero();
    }

    @Test
    void framesTheMarked() {
        var picture = new TiledPicture("", List.of(tile("0", false, 0, 0), tile("1", true, 0, 0)), 10, 10);
        var grid = grid(picture);
        var image = picture.draw(WIDTH, Theme.LIGHT);

        assertThat(rgb(image, grid.x(0) - 2, grid.y(0) + 5)).isEqualTo(0xffffff);
        assertThat(rgb(image, grid.x(1) - 2, grid.y(1) + 5)).isEqualTo(0xd55e00);
    }

    @Test
    void breaksTheLineWhereTilesWouldLeaveThePicture() {
        // Tiles of 2 columns x 20 pixels and a gap of 16: 376 / 56 are 6 in a line.
        var picture = new TiledPicture("", Collections.nCopies(40, tile("0", false, 0, 0, 0, 0)), 20, 1);

        assertThat(grid(picture).across()).isEqualTo(6);
        assertThat(grid(picture).x(39) + grid(picture).tileWidth()).isLessThan(WIDTH);
        assertThat(picture.draw(WIDTH, Theme.DARK).getHeight())
                .isGreaterThan(grid(picture).y(39) + grid(picture).tileHeight());
    }

    @Test
    void refusesTilesOfTwoShapes() {
        var tiles = List.of(tile("0", false, 0, 0), tile("other", false, 0, 0, 0, 0));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TiledPicture("", tiles, 1, 1))
                .withMessageContaining("other");
    }

    /** Two rows, black to white. */
    private static Tile tile(String name, boolean isMarked, float... values) {
        return new Tile(name, values, 2, new ColourScale(ColourTable.GREY, "", new Range(0, 1)), isMarked);
    }

    private static TiledPicture.Grid grid(TiledPicture picture) {
        return picture.grid(new Canvas(new Look(WIDTH, 180, Theme.LIGHT)), WIDTH);
    }

    private static int rgb(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xffffff;
    }
}
