package io.timbre.trainer.experiment;

import io.timbre.networks.table.Network;
import io.timbre.trainer.data.LeakageAudit;
import io.timbre.trainer.data.Split;
import io.timbre.trainer.fit.FitResult;
import io.timbre.trainer.fit.FitSettings;
import io.timbre.trainer.fit.NetworkFit;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Makes the fits of a study: each is audited for leaks, announced, and goes on from where it stood if the study keeps
 * states.
 *
 * @param listener hears of each
 * @param states folder in which each fit leaves its state after each epoch; empty to keep none
 * @param audited whether a split of which two parts share a group is refused
 */
public record Fits(ExperimentListener listener, Optional<Path> states, boolean audited) {

    /** Audited ones. */
    public Fits(ExperimentListener listener, Optional<Path> states) {
        this(listener, states, true);
    }

    /** Nobody hears of them and nothing is kept. */
    public static final Fits UNHEARD = new Fits(ExperimentListener.SILENT, Optional.empty());

    /** The same, announced by other names. */
    public Fits named(UnaryOperator<String> name) {
        return new Fits(stage -> listener.stage(name.apply(stage)), states, audited);
    }

    /** The same under a protocol: one that is not honest repeats a paper's, and may leak. */
    public Fits under(boolean honest) {
        return new Fits(listener, states, honest);
    }

    /**
     * Fits fresh weights to a split.
     *
     * @param stage what listeners hear
     * @throws IllegalArgumentException before it starts, if network, settings and split do not belong together, or if the
     *     split leaks what nobody said it may
     */
    public FitResult fit(Network network, FitSettings settings, Split split, String stage) {
        if (audited) {
            LeakageAudit.of(split).requireNone();
        }
        var fit = new NetworkFit(network, settings, listener.stage(stage));
        return states.map(fit::resumable).orElse(fit).fit(split);
    }
}
