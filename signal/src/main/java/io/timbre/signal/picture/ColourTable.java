package io.timbre.signal.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * A published table of 256 colours, from the least value to the greatest.
 *
 * <p>Read from files of three bytes an entry, which {@code signal/src/test/python/picture.py} writes.
 */
public enum ColourTable {
    /**
     * Dark blue over green to yellow, even steps to the eye and to the colour-blind.
     *
     * @see "S. van der Walt, N. Smith and E. Firing, https://bids.github.io/colormap (CC0); the default of matplotlib"
     */
    VIRIDIS("viridis"),
    /** Black over purple to near white, by the authors of {@link #VIRIDIS}; the usual one for spectrograms. */
    MAGMA("magma"),
    /** Black over red to light yellow, by the authors of {@link #VIRIDIS}. */
    INFERNO("inferno"),
    /** Black to white, the entry being the level. */
    GREY("grey"),
    /**
     * Blue over light grey to red, for signed values with zero in the middle.
     *
     * @see "K. Moreland, Diverging Color Maps for Scientific Visualization, ISVC 2009"
     */
    COOLWARM("coolwarm");

    static final int SIZE = 256;

    private final int[] colours;

    ColourTable(String name) {
        this.colours = read(name + ".rgb");
    }

    /** The colour of an entry, 0 to 255, as {@code 0xRRGGBB}. */
    public int rgb(int entry) {
        return colours[entry];
    }

    /** How far an entry is from the one that means nothing: the middle of a table of signed values, else the first. */
    int strength(int entry) {
        return this == COOLWARM ? Math.abs(2 * entry - (SIZE - 1)) : entry;
    }

    private static int[] read(String resource) {
        try (InputStream in = ColourTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            byte[] bytes = in.readAllBytes();
            int[] colours = new int[SIZE];
            Arrays.setAll(
                    colours,
                    n -> (bytes[3 * n] & 0xff) << 16 | (bytes[3 * n + 1] & 0xff) << 8 | (bytes[3 * n + 2] & 0xff));
            return colours;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
