package io.timbre.explain.saliency;

import io.timbre.explain.trust.Reading;
import io.timbre.signal.picture.ColourScale;
import io.timbre.signal.picture.ColourTable;
import io.timbre.signal.picture.Range;
import java.awt.image.BufferedImage;
import org.apache.commons.math3.stat.StatUtils;

/** How maps are drawn. */
final class Drawing {

    /** Few cells are so strong that they would leave all others dark; they share the last colour. */
    private static final double BRIGHTEST_PERCENTILE = 99.5;

    private static final String UNIT = "% of the strongest";

    /** To either side. */
    private static final int SMOOTHED_BANDS = 2;

    private static final int SMOOTHED_FRAMES = 4;

    private Drawing() {}

    /** Dark to bright for amounts; blue over grey to red for what speaks against and for. */
    static ColourScale scale(Reading reading) {
        return switch (reading) {
            case SENSITIVITY -> new ColourScale(ColourTable.INFERNO, UNIT, new Range(0, 100));
            case CONTRIBUTION -> new ColourScale(ColourTable.COOLWARM, UNIT, new Range(-100, 100));
        };
    }

    /** Values in percent of the strongest. */
    static float[] percents(float... values) {
        var amounts = new double[values.length];
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = Math.abs(values[i]);
        }
        double percentile = StatUtils.percentile(amounts, BRIGHTEST_PERCENTILE);
        double most = percentile > 0 ? percentile : StatUtils.max(amounts);
        var percents = new float[values.length];
        for (int i = 0; i < percents.length; i++) {
            percents[i] = most > 0 ? (float) (100 * values[i] / most) : 0;
        }
        return percents;
    }

    /** Each cell as the mean of those about it, as in a picture of a whole track single cells are noise to the eye. */
    static float[] smooth(float[] map, int frames) {
        int bands = map.length / frames;
        var smooth = new float[map.length];
        for (int band = 0; band < bands; band++) {
            for (int frame = 0; frame < frames; frame++) {
                smooth[band * frames + frame] = (float) mean(map, frames, band, frame);
            }
        }
        return smooth;
    }

    private static double mean(float[] map, int frames, int band, int frame) {
        int firstBand = Math.max(0, band - SMOOTHED_BANDS);
        int lastBand = Math.min(map.length / frames - 1, band + SMOOTHED_BANDS);
        int firstFrame = Math.max(0, frame - SMOOTHED_FRAMES);
        int lastFrame = Math.min(frames - 1, frame + SMOOTHED_FRAMES);
        double sum = 0;
        for (int b = firstBand; b <= lastBand; b++) {
            for (int f = firstFrame; f <= lastFrame; f++) {
                sum += map[b * frames + f];
            }
        }
        return sum / ((lastBand - firstBand + 1) * (lastFrame - firstFrame + 1));
    }

    /** One picture below the other, of one width. */
    static BufferedImage stacked(BufferedImage above, BufferedImage below) {
        var stacked =
                new BufferedImage(above.getWidth(), above.getHeight() + below.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = stacked.createGraphics();
        graphics.drawImage(above, 0, 0, null);
        graphics.drawImage(below, 0, above.getHeight(), null);
        graphics.dispose();
        return stacked;
    }
}
