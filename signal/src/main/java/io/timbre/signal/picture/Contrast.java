package io.timbre.signal.picture;

import java.awt.Color;

/**
 * Which text can be read on which colour.
 *
 * @see "Web Content Accessibility Guidelines 2.2, relative luminance and contrast ratio"
 */
final class Contrast {
    private static final double BLACK = 0.05;
    private static final double WHITE = 1.05;

    private Contrast() {}

    /** Black or white, whichever stands out more. */
    static Color inkOn(Color colour) {
        double luminance = 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
        double level = luminance + BLACK;
        return level / BLACK > WHITE / level ? Color.BLACK : Color.WHITE;
    }

    private static double linear(int level) {
        double share = level / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
