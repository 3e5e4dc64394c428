package io.timbre.cli;

import io.timbre.trainer.experiment.ExperimentListener;
import io.timbre.trainer.fit.EpochFigures;
import io.timbre.trainer.fit.FitListener;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** How the fits of a study go, in a line every few seconds at most: for logs, and for whoever reads them. */
final class FitLines implements ExperimentListener {
    private static final Duration QUIET = Duration.ofSeconds(3);

    private final PrintStream err;
    private final LongSupplier nanos;
    private long nextAt;

    /** @param nanos a clock */
    FitLines(PrintStream err, LongSupplier nanos) {
        this.err = err;
        this.nanos = nanos;
        this.nextAt = nanos.getAsLong();
    }

    @Override
    public FitListener stage(String name) {
        sayIfDue(name);
        long began = nanos.getAsLong();
        return epoch -> sayIfDue(name + ": " + words(epoch, nanos.getAsLong() - began));
    }

    /** A fit may stop early, so what is left is the most that it can be. */
    private static String words(EpochFigures epoch, long soFar) {
        double seconds = soFar / 1e9 / epoch.number();
        return String.format(
                Locale.ROOT,
                "epoch %d of %d, %s, %.1f s an epoch, at most %s left",
                epoch.number(),
                epoch.of(),
                EpochWords.of(epoch),
                seconds,
                clock((epoch.of() - epoch.number()) * seconds));
    }

    private static String clock(double seconds) {
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }

    private void sayIfDue(String line) {
        long now = nanos.getAsLong();
        if (now - nextAt >= 0) {
            err.println(line);
            nextAt = now + QUIET.toNanos();
        }
    }
}
