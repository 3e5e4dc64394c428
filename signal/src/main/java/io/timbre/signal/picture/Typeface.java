package io.timbre.signal.picture;

import java.awt.Font;
import java.awt.font.FontRenderContext;

/**
 * The fonts of every picture: the machine's sans serif.
 *
 * <p>The JDK brings no font and finds those of the machine through fontconfig. A font of our own would not help: the JDK
 * asks fontconfig before it loads any.
 */
final class Typeface {
    static final Font LABEL = of(Font.PLAIN, 12);
    static final Font TITLE = of(Font.BOLD, 16);

    private Typeface() {}

    private static Font of(int style, int pixels) {
        Font font = new Font(Font.SANS_SERIF, style, pixels);
        requireDrawable(font);
        return font;
    }

    /** The JDK answers missing fonts with an error that says little, a different one from release to release. */
    private static void requireDrawable(Font font) {
        try {
            font.getStringBounds("0", new FontRenderContext(null, true, false));
        } catch (RuntimeException | Error e) {
            throw new IllegalStateException(
                    "no font to write with: install fontconfig and a font (Debian: fontconfig fonts-dejavu-core)", e);
        }
    }
}
