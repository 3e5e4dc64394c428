package io.timbre.trainer.data;

import io.timbre.networks.table.Size;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Spectrograms that were handed down as grey PNGs. */
final class GreyPicture {

    private GreyPicture() {}

    /**
     * The grey of every cell, 0 to 255, row by row from the top.
     *
     * @throws IOException if it is missing or no picture
     * @throws IllegalArgumentException if it has another size or colours
     */
    static float[] read(Path file, Size size) throws IOException {
        var image = ImageIO.read(file.toFile());
        if (image == null) {
            throw new IOException(file + " is no picture");
        }
        var raster = image.getRaster();
        var found = new Size(raster.getHeight(), raster.getWidth());
        if (!found.equals(size) || raster.getNumBands() != 1) {
            throw new IllegalArgumentException(
                    file + " must be grey and " + size + ": has " + raster.getNumBands() + " channels and is " + found);
        }
        return raster.getSamples(0, 0, size.width(), size.height(), 0, new float[size.width() * size.height()]);
    }
}
