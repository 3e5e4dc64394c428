package io.timbre.signal.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Many matrices of one shape side by side, each over its name, such as the kernels or the feature maps of a layer: rows
 * upwards as in a {@link SpectrogramPicture}, without axes. A tile has colours of its own scale, since what is strong in
 * one feature map says nothing of the next. As high as it must be for the width.
 *
 * @param title empty for none
 * @param tiles at least one, all of one shape, from the left and from the top
 * @param cellWidth pixels of a cell, positive; smaller than a pixel where tiles would not fit the width
 * @param cellHeight pixels of a cell, positive
 */
public record TiledPicture(String title, List<Tile> tiles, double cellWidth, double cellHeight) {
    private static final int TITLE_HEIGHT = 34;
    private static final int EDGE = 12;
    private static final int FRAME = 3;
    private static final Color MARK = new Color(0xd55e00);

    public TiledPicture {
        tiles = List.copyOf(tiles);
        if (tiles.isEmpty()) {
            throw new IllegalArgumentException("tiles must not be empty");
        }
        if (!(cellWidth > 0) || !(cellHeight > 0)) {
            throw new IllegalArgumentException("cells must be > 0 pixels: were " + cellWidth + " by " + cellHeight);
        }
        var first = tiles.getFirst();
        for (var tile : tiles) {
            if (tile.rows() != first.rows() || tile.values().length != first.values().length) {
                throw new IllegalArgumentException("tiles must be of one shape: " + tile.name() + " is not");
            }
        }
    }

    /**
     * One matrix.
     *
     * @param values {@code (rows, columns)}, row by row from the lowest, finite; not copied
     * @param isMarked whether a frame sets it apart
     */
    @SuppressWarnings("ArrayRecordComponent") // Two tiles are never compared.
    public record Tile(String name, float[] values, int rows, ColourScale scale, boolean isMarked) {
        public Tile {
            Finite.require(values);
            if (rows < 1 || values.length == 0 || values.length % rows != 0) {
                throw new IllegalArgumentException("values must be " + rows + " rows: were " + values.length);
            }
        }

        int columns() {
            return values.length / rows;
        }
    }

    /** On a picture of this width; its height is not asked for. */
    public BufferedImage draw(int width, Theme theme) {
        var probe = new Canvas(new Look(width, 180, theme));
        var grid = grid(probe, width);
        var canvas = new Canvas(new Look(width, Math.max(180, grid.height()), theme));
        canvas.title(title, EDGE, TITLE_HEIGHT / 2.0, width - 2 * EDGE);
        for (int n = 0; n < tiles.size(); n++) {
            draw(canvas, grid, tiles.get(n), grid.x(n), grid.y(n));
        }
        return canvas.finish();
    }

    Grid grid(Canvas canvas, int width) {
        var first = tiles.getFirst();
        int room = width - 2 * EDGE;
        int tileWidth = Math.clamp(Math.round(first.columns() * cellWidth), 1, room);
        int tileHeight = Math.max(1, (int) Math.round(first.rows() * cellHeight));
        int name = tiles.stream()
                .mapToInt(tile -> canvas.textWidth(tile.name()))
                .max()
                .orElse(0);
        int stepAcross = Math.min(room, Math.max(tileWidth, name) + 2 * Canvas.GAP);
        int stepDown = tileHeight + canvas.lineHeight() + 2 * Canvas.GAP;
        int across = Math.max(1, room / stepAcross);
        int top = title.isEmpty() ? EDGE : TITLE_HEIGHT;
        int height = top + (tiles.size() + across - 1) / across * stepDown + EDGE;
        return new Grid(across, stepAcross, stepDown, top, tileWidth, tileHeight, height);
    }

    /** Where tiles stand, in pixels. */
    record Grid(int across, int stepAcross, int stepDown, int top, int tileWidth, int tileHeight, int height) {
        int x(int tile) {
            return EDGE + tile % across * stepAcross + FRAME;
        }

        int y(int tile) {
            return top + tile / across * stepDown + FRAME;
        }
    }

    private static void draw(Canvas canvas, Grid grid, Tile tile, int x, int y) {
        for (int row = 0; row < grid.tileHeight; row++) {
            int matrixRow = tile.rows() - 1 - row * tile.rows() / grid.tileHeight;
            for (int column = 0; column < grid.tileWidth; column++) {
                int matrixColumn = column * tile.columns() / grid.tileWidth;
                float value = tile.values()[matrixRow * tile.columns() + matrixColumn];
                canvas.image.setRGB(x + column, y + row, tile.scale().rgb(value));
            }
        }
        if (tile.isMarked()) {
            canvas.graphics.setColor(MARK);
            canvas.graphics.setStroke(new BasicStroke(FRAME));
            canvas.graphics.draw(new Rectangle2D.Double(
                    x - FRAME / 2.0, y - FRAME / 2.0, grid.tileWidth + FRAME, grid.tileHeight + FRAME));
        }
        canvas.graphics.setColor(canvas.theme.ink);
        int name = grid.stepAcross - Canvas.GAP;
        canvas.text(
                canvas.fitted(tile.name(), name), x, y + grid.tileHeight + FRAME + 2 + canvas.lineHeight() / 2.0, 0);
    }
}
