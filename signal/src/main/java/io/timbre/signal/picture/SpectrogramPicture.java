package io.timbre.signal.picture;

import java.awt.image.BufferedImage;

/**
 * A spectrogram, or any matrix over time: time to the right, bands upwards, values as colours with a colour bar.
 *
 * <p>A cell is one rectangle of one colour, without smoothing. Where cells outnumber pixels, a pixel shows the strongest
 * of its cells (the greatest value; on a signed scale the one farthest from zero), so that a click in ten minutes is
 * still seen.
 *
 * @param title empty for none
 * @param values shape {@code (bands, frames)}, row by row from the lowest band, finite; not copied
 * @param secondsPerFrame from the start of one frame to that of the next, positive
 * @param bands what the rows are
 * @param scale the colours, in the unit of the values: decibels if these are decibels
 */
@SuppressWarnings(
        "ArrayRecordComponent") // Two pictures are never compared, and a copy of each would double the memory.
public record SpectrogramPicture(
        String title, float[] values, double secondsPerFrame, BandAxis bands, ColourScale scale) {
    public SpectrogramPicture {
        Finite.require(values);
        if (values.length % bands.bands() != 0) {
            throw new IllegalArgumentException(
                    "values must be " + bands.bands() + " bands x frames: were " + values.length);
        }
        if (!(secondsPerFrame > 0) || !Double.isFinite(secondsPerFrame)) {
            throw new IllegalArgumentException("secondsPerFrame must be > 0: was " + secondsPerFrame);
        }
    }

    public BufferedImage draw(Look look) {
        var canvas = new Canvas(look);
        var bar = new ColourBar(canvas, scale);
        Plot plot = plot(canvas, bar);
        drawCells(canvas.image, plot);
        plot.drawAxes();
        bar.draw(plot);
        return canvas.finish();
    }

    Plot plot(Canvas canvas, ColourBar bar) {
        return new Plot(canvas, title, bands::axis, Axis.time(frames() * secondsPerFrame), 0, bar.width());
    }

    private int frames() {
        return values.length / bands.bands();
    }

    private void drawCells(BufferedImage image, Plot plot) {
        var columns = new Cells(frames(), plot.width);
        var rows = new Cells(bands.bands(), plot.height);
        int[] line = new int[plot.width];
        for (int row = 0; row < plot.height; row++) {
            int fromBottom = plot.height - 1 - row;
            for (int column = 0; column < plot.width; column++) {
                line[column] = scale.table()
                        .rgb(strongest(
                                rows.first(fromBottom),
                                rows.end(fromBottom),
                                columns.first(column),
                                columns.end(column)));
            }
            image.setRGB(plot.x, plot.y + row, plot.width, 1, line, 0, plot.width);
        }
    }

    private int strongest(int firstBand, int endBand, int firstFrame, int endFrame) {
        int frames = frames();
        int strongest = scale.entry(values[firstBand * frames + firstFrame]);
        for (int band = firstBand; band < endBand; band++) {
            for (int frame = firstFrame; frame < endFrame; frame++) {
                int entry = scale.entry(values[band * frames + frame]);
                if (scale.table().strength(entry) > scale.table().strength(strongest)) {
                    strongest = entry;
                }
            }
        }
        return strongest;
    }

    /** Which cells a pixel shows, along one side: one of a few, or several of many. */
    private record Cells(int count, int pixels) {
        int first(int pixel) {
            return (int) ((long) pixel * count / pixels);
        }

        int end(int pixel) {
            return Math.max(first(pixel) + 1, first(pixel + 1));
        }
    }
}
