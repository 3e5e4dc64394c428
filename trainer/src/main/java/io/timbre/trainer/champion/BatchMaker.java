package io.timbre.trainer.champion;

import io.timbre.trainer.champion.Corpus.Track;
import io.timbre.trainer.fit.Batch;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes batches: each row is a segment of one track, mixed with a segment of another in a random proportion, and so is
 * its target.
 *
 * @see "H. Zhang et al., mixup: Beyond Empirical Risk Minimization, ICLR 2018"
 */
final class BatchMaker {

    private final Supplier<Track> tracks;
    private final Function<Track, float[]> segments;
    private final int classes;
    private final int rows;
    private final double mixUp;
    private final Random random;

    /**
     * Draws tracks and segments from what it is given.
     *
     * @param mixUp parameter of the Beta distribution of the proportion; 0 mixes nothing
     */
    BatchMaker(
            Supplier<Track> tracks,
            Function<Track, float[]> segments,
            int classes,
            int rows,
            double mixUp,
            Random random) {
        this.tracks = tracks;
        this.segments = segments;
        this.classes = classes;
        this.rows = rows;
        this.mixUp = mixUp;
        this.random = random;
    }

    /** Targets are posteriors. */
    Batch next() {
        var drawn = new float[rows][];
        var labels = new int[rows];
        for (int row = 0; row < rows; row++) {
            var track = tracks.get();
            drawn[row] = segments.apply(track);
            labels[row] = track.label();
        }
        int size = drawn[0].length;
        var inputs = new float[rows * size];
        var targets = new float[rows * classes];
        for (int row = 0; row < rows; row++) {
            int partner = (row + 1) % rows;
            float share = (float) share();
            for (int i = 0; i < size; i++) {
                inputs[row * size + i] = share * drawn[row][i] + (1 - share) * drawn[partner][i];
            }
            targets[row * classes + labels[row]] += share;
            targets[row * classes + labels[partner]] += 1 - share;
        }
        return new Batch(rows, inputs, targets, rows);
    }

    /** Beta(mixUp, mixUp) by Jöhnk's rejection. */
    private double share() {
        if (mixUp == 0) {
            return 1;
        }
        while (true) {
            double a = Math.pow(random.nextDouble(), 1 / mixUp);
            double b = Math.pow(random.nextDouble(), 1 / mixUp);
            if (a + b > 0 && a + b <= 1) {
                return a / (a + b);
            }
        }
    }
}
