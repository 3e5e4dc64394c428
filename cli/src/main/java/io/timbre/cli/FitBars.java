package io.timbre.cli;

import io.timbre.trainer.experiment.ExperimentListener;
import io.timbre.trainer.fit.EpochFigures;
import io.timbre.trainer.fit.FitListener;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;

/** How the fits of a study go, a bar each, for whoever watches a terminal. */
final class FitBars implements ExperimentListener, AutoCloseable {
    private Optional<ProgressBar> last = Optional.empty();

    @Override
    public FitListener stage(String name) {
        close();
        var bar = Progress.bar(name, -1);
        last = Optional.of(bar);
        return epoch -> show(bar, epoch);
    }

    private static void show(ProgressBar bar, EpochFigures epoch) {
        bar.maxHint(epoch.of());
        bar.stepTo(epoch.number());
        bar.setExtraMessage(EpochWords.of(epoch));
    }

    @Override
    public void close() {
        last.ifPresent(ProgressBar::close);
        last = Optional.empty();
    }
}
