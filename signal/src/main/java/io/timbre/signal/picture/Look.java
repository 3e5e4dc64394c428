package io.timbre.signal.picture;

/**
 * How large a picture is and for which page. Text is 12 and 16 pixels high whatever the size, so a picture is best drawn
 * at the size at which it is shown.
 *
 * @param width in pixels, with axes and title, 240 to 8192
 * @param height in pixels, with axes and title, 180 to 8192
 */
public record Look(int width, int height, Theme theme) {
    private static final int LEAST_WIDTH = 240;
    private static final int LEAST_HEIGHT = 180;
    private static final int MOST = 8192;

    public Look {
        if (width < LEAST_WIDTH || width > MOST) {
            throw new IllegalArgumentException(
                    "width must be " + LEAST_WIDTH + " to " + MOST + " pixels: was " + width);
        }
        if (height < LEAST_HEIGHT || height > MOST) {
            throw new IllegalArgumentException(
                    "height must be " + LEAST_HEIGHT + " to " + MOST + " pixels: was " + height);
        }
    }

    /** As wide as a column of a page, on white. */
    public static Look page() {
        return new Look(900, 420, Theme.LIGHT);
    }

    public Look sized(int width, int height) {
        return new Look(width, height, theme);
    }

    public Look on(Theme theme) {
        return new Look(width, height, theme);
    }
}
