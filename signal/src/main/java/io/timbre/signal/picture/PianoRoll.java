package io.timbre.signal.picture;

import io.timbre.signal.score.Note;
import java.awt.Color;
import java.awt.geom.Path2D;

/** The keys of a piano as rows of a plot, and notes on them. */
final class PianoRoll {
    /** Notes shorter or thinner than this, in pixels, have no outline, which would hide them. */
    private static final int OUTLINED = 5;

    private static final int LEAST = 2;
    private static final int LEAST_RADIUS = 3;
    /** Stands out, 4 to 1, from the page of either theme, and glares on neither. */
    private static final Color OUTLINE = new Color(0x6e7681);

    private final Canvas canvas;
    private final Plot plot;
    private final ScoreExtent extent;

    PianoRoll(Canvas canvas, Plot plot, ScoreExtent extent) {
        this.canvas = canvas;
        this.plot = plot;
        this.extent = extent;
    }

    void drawBlackKeys() {
        for (int pitch = extent.lowest(); pitch < extent.lowest() + extent.keys(); pitch++) {
            if (NoteNames.isBlackKey(pitch)) {
                canvas.fill(canvas.theme.faint, plot.x, top(pitch), plot.width, height(pitch));
            }
        }
    }

    void draw(Note note, Color colour) {
        int left = column(note.onsetSeconds());
        int height = Math.max(LEAST, height(note.pitch()));
        if (note.isPercussion()) {
            drawDiamond(left, top(note.pitch()) + height / 2.0, Math.max(LEAST_RADIUS, height / 2.0), colour);
        } else {
            int width = Math.max(LEAST, column(note.endSeconds()) - left);
            drawBar(left, top(note.pitch()), width, height, colour);
        }
    }

    void drawAbsence() {
        canvas.graphics.setColor(canvas.theme.ink);
        canvas.text("no notes", plot.across(0.5), plot.up(0.5), 0.5);
    }

    private void drawBar(int left, int top, int width, int height, Color colour) {
        int edge = Math.min(width, height) >= OUTLINED ? 1 : 0;
        canvas.fill(OUTLINE, left, top, width, height);
        canvas.fill(colour, left + edge, top + edge, width - 2 * edge, height - 2 * edge);
    }

    private void drawDiamond(double x, double y, double radius, Color colour) {
        var diamond = new Path2D.Double();
        diamond.moveTo(x - radius, y);
        diamond.lineTo(x, y - radius);
        diamond.lineTo(x + radius, y);
        diamond.lineTo(x, y + radius);
        diamond.closePath();
        canvas.graphics.setColor(colour);
        canvas.graphics.fill(diamond);
        canvas.graphics.setColor(OUTLINE);
        canvas.graphics.draw(diamond);
    }

    private int column(double seconds) {
        return (int) Math.round(plot.across(seconds / extent.seconds()));
    }

    private int top(int pitch) {
        return (int) Math.round(plot.up(extent.bottom(pitch + 1)));
    }

    private int height(int pitch) {
        return top(pitch - 1) - top(pitch);
    }
}
