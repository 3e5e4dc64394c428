package io.timbre.signal.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** An image of one page colour, and text on it. */
final class Canvas {
    /** Between a text and its neighbour, in pixels. */
    static final int GAP = 8;

    private static final String ELLIPSIS = "…";

    final BufferedImage image;
    final Graphics2D graphics;
    final Theme theme;

    Canvas(Look look) {
        this.image = new BufferedImage(look.width(), look.height(), BufferedImage.TYPE_INT_RGB);
        this.graphics = image.createGraphics();
        this.theme = look.theme();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(theme.page);
        graphics.fillRect(0, 0, look.width(), look.height());
        graphics.setFont(Typeface.LABEL);
        graphics.setStroke(new BasicStroke(1));
    }

    int lineHeight() {
        return metrics().getAscent() + metrics().getDescent();
    }

    int textWidth(String text) {
        return metrics().stringWidth(text);
    }

    /** The text, shortened by an ellipsis if it is wider than so many pixels. */
    String fitted(String text, int width) {
        if (textWidth(text) <= width) {
            return text;
        }
        int length = text.length();
        while (length > 0 && textWidth(text.substring(0, length) + ELLIPSIS) > width) {
            length = text.offsetByCodePoints(length, -1);
        }
        return text.substring(0, length) + ELLIPSIS;
    }

    /** Writes on a line whose middle is y; the text's left end, middle or right end is x, by the anchor 0, 0.5 or 1. */
    void text(String text, double x, double y, double anchor) {
        float left = (float) Math.rint(x - anchor * textWidth(text));
        float baseline =
                (float) Math.rint(y + (metrics().getAscent() - metrics().getDescent()) / 2.0);
        graphics.drawString(text, left, baseline);
    }

    /** Writes upwards: what {@link #text} does, turned left about its point. */
    void uprightText(String text, double x, double y, double anchor) {
        var before = graphics.getTransform();
        graphics.translate(Math.rint(x), Math.rint(y));
        graphics.rotate(-Math.PI / 2);
        text(text, 0, 0, anchor);
        graphics.setTransform(before);
    }

    void title(String title, double x, double y, int width) {
        graphics.setFont(Typeface.TITLE);
        graphics.setColor(theme.ink);
        text(fitted(title, width), x, y, 0);
        graphics.setFont(Typeface.LABEL);
    }

    void fill(Color colour, int x, int y, int width, int height) {
        graphics.setColor(colour);
        graphics.fillRect(x, y, width, height);
    }

    /** Fills the pixels between the nearest pixel edges. */
    void fill(Color colour, double left, double top, double right, double bottom) {
        int x = (int) Math.round(left);
        int y = (int) Math.round(top);
        fill(colour, x, y, (int) Math.round(right) - x, (int) Math.round(bottom) - y);
    }

    BufferedImage finish() {
        graphics.dispose();
        return image;
    }

    private FontMetrics metrics() {
        return graphics.getFontMetrics();
    }
}
