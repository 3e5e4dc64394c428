package io.timbre.trainer.experiment.lee;

import java.util.Locale;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/**
 * An accuracy of the paper, of one run.
 *
 * @param right of 101 test tracks
 * @param percent as published
 */
record PaperFigure(int right, double percent) {

    static final PaperFigure ALONE = new PaperFigure(53, 52.48);

    /** Its best with the GAN; which number of examples gave it we do not know. */
    static final PaperFigure GENERATED = new PaperFigure(59, 58.42);

    private static final int TRACKS = 101;

    /** Such as {@code "52.48 % (53 of 101 tracks: 42.8 to 62.0 %)"}: what so few tracks leave open, by Wilson, 95 %. */
    String words() {
        var interval = new WilsonScoreInterval().createInterval(TRACKS, right, 0.95);
        return String.format(
                Locale.ROOT,
                "%.2f %% (%d of %d tracks: %.1f to %.1f %%)",
                percent,
                right,
                TRACKS,
                100 * interval.getLowerBound(),
                100 * interval.getUpperBound());
    }
}
