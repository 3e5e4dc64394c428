package io.timbre.signal.picture;

import io.timbre.signal.score.Score;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A score as bars: time to the right, pitch upwards, a colour by the weight of each note. A stroke on a drum, which has
 * no pitch, is a diamond at the key that stands for the drum.
 *
 * @param title empty for none
 * @param weights one finite number a note, in the order of the score, such as its saliency; not copied
 * @param scale the colours of the weights
 */
@SuppressWarnings("ArrayRecordComponent") // Two pictures are never compared.
public record PianoRollPicture(String title, Score score, float[] weights, ColourScale scale) {
    private static final Range VELOCITIES = new Range(0, 127);

    public PianoRollPicture {
        if (weights.length != score.notes().size()) {
            throw new IllegalArgumentException("weights must be one a note: were " + weights.length + " for "
                    + score.notes().size());
        }
        if (weights.length > 0) {
            Finite.require(weights);
        }
    }

    /** Colours the notes by how hard they are struck. */
    public static PianoRollPicture ofVelocities(String title, Score score, ColourTable table) {
        float[] velocities = new float[score.notes().size()];
        for (int n = 0; n < velocities.length; n++) {
            velocities[n] = score.notes().get(n).velocity();
        }
        return new PianoRollPicture(title, score, velocities, new ColourScale(table, "velocity", VELOCITIES));
    }

    public BufferedImage draw(Look look) {
        var canvas = new Canvas(look);
        var bar = new ColourBar(canvas, scale);
        var extent = ScoreExtent.of(score);
        Plot plot = plot(canvas, bar, extent);
        var keys = new PianoRoll(canvas, plot, extent);
        keys.drawBlackKeys();
        plot.drawGridUp();
        strongestLast().forEach(n -> keys.draw(score.notes().get(n), new Color(scale.rgb(weights[n]))));
        if (weights.length == 0) {
            keys.drawAbsence();
        }
        plot.drawAxes();
        bar.draw(plot);
        return canvas.finish();
    }

    Plot plot(Canvas canvas, ColourBar bar, ScoreExtent extent) {
        return new Plot(canvas, title, extent::pitchAxis, Axis.time(extent.seconds()), 0, bar.width());
    }

    /** So that no other lies upon it. */
    private IntStream strongestLast() {
        return IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparingInt(n -> scale.table().strength(scale.entry(weights[n]))))
                .mapToInt(n -> n);
    }
}
