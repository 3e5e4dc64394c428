package io.timbre.trainer.champion;

import io.timbre.trainer.fit.Batch;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes batches: each row is a segment of one track, mixed with a segment of another in a random proportion, and so is
 * its target. The last rows may be outliers, which are no music and whose target is every genre alike.
 *
 * @see "H. Zhang et al., mixup: Beyond Empirical Risk Minimization, ICLR 2018"
 * @see "D. Hendrycks et al., Deep Anomaly Detection with Outlier Exposure, ICLR 2019"
 */
final class BatchMaker {

    /** How much an outlier counts beside a track. */
    private static final float OUTLIER_WEIGHT = 0.5f;

    private final Supplier<Renditions> tracks;
    private final Function<Renditions, float[]> segments;
    private final Supplier<float[]> outliers;
    private final int classes;
    private final TrainingSettings settings;
    private final Random random;

    /** Draws tracks, segments and outliers from what it is given. */
    BatchMaker(
            Supplier<Renditions> tracks,
            Function<Renditions, float[]> segments,
            Supplier<float[]> outliers,
            int classes,
            TrainingSettings settings,
            Random random) {
        this.tracks = tracks;
        this.segments = segments;
        this.outliers = outliers;
        this.classes = classes;
        this.settings = settings;
        this.random = random;
    }

    /** Targets are posteriors. */
    Batch next() {
        int rows = settings.batchSize();
        int mixed = rows - settings.outliers();
        var drawn = new float[mixed][];
        var labels = new int[mixed];
        for (int row = 0; row < mixed; row++) {
            var track = tracks.get();
            drawn[row] = segments.apply(track);
            labels[row] = track.label();
        }
        int size = drawn[0].length;
        var inputs = new float[rows * size];
        var targets = new float[rows * classes];
        for (int row = 0; row < mixed; row++) {
            int partner = (row + 1) % mixed;
            float share = (float) share();
            for (int i = 0; i < size; i++) {
                inputs[row * size + i] = share * drawn[row][i] + (1 - share) * drawn[partner][i];
            }
            targets[row * classes + labels[row]] += share;
            targets[row * classes + labels[partner]] += 1 - share;
        }
        for (int row = mixed; row < rows; row++) {
            System.arraycopy(outliers.get(), 0, inputs, row * size, size);
            Arrays.fill(targets, row * classes, (row + 1) * classes, OUTLIER_WEIGHT / classes);
        }
        return new Batch(rows, inputs, targets, mixed + OUTLIER_WEIGHT * settings.outliers());
    }

    /** Beta(mixUp, mixUp) by Jöhnk's rejection. */
    private double share() {
        double mixUp = settings.mixUp();
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
