package io.timbre.trainer.experiment;

import io.timbre.networks.table.Network;
import io.timbre.trainer.data.Split;
import io.timbre.trainer.fit.FitResult;
import io.timbre.trainer.fit.FitSettings;
import io.timbre.trainer.fit.NetworkFit;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Makes the fits of a study: each is announced, and goes on from where it stood if the study keeps states.
 *
 * @param listener hears of each
 * @param states folder in which each fit leaves its state after each epoch; empty to keep none
 */
public record Fits(ExperimentListener listener, Optional<Path> states) {

    /** Nobody hears of them and nothing is kept. */
    public static final Fits UNHEARD = new Fits(ExperimentListener.SILENT, Optional.empty());

    /** The same, announced by other names. */
    public Fits named(UnaryOperator<String> name) {
        return new Fits(stage -> listener.stage(name.apply(stage)), states);
    }

    /**
     * Fits fresh weights to a split.
     *
     * @param stage what listeners hear
     * @throws IllegalArgumentException before it starts, if network, settings and split do not belong together
     */
    public FitResult fit(Network network, FitSettings settings, Split split, String stage) {
        var fit = new NetworkFit(network, settings, listener.stage(stage));
        return states.map(fit::resumable).orElse(fit).fit(split);
    }
}
