package io.timbre.trainer.experiment.vanmieghem;

import io.timbre.networks.table.Network;
import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.GtzanProtocol;
import io.timbre.trainer.data.Split;
import io.timbre.trainer.experiment.ExperimentSettings;
import io.timbre.trainer.fit.EarlyStopping;
import io.timbre.trainer.fit.FitResult;
import io.timbre.trainer.fit.FitSettings;
import io.timbre.trainer.fit.Loss;
import io.timbre.trainer.fit.Schedule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Fits networks as the thesis does: Adam at 1e-3 in batches of 128, a fifth of that after 5 flat epochs. */
final class Trials {

    private static final int EPOCHS = 1000;
    private static final int QUICK_EPOCHS = 15;
    private static final EarlyStopping STOPPING = new EarlyStopping(50, 0.01);

    private final ExperimentSettings settings;
    private final Map<Fit, FitResult> done = new HashMap<>();

    Trials(ExperimentSettings settings) {
        this.settings = settings;
    }

    /** What makes a fit what it is; questions share those that are the same. */
    private record Fit(Network network, Dataset dataset, String protocol, long seed) {}

    /**
     * Fits a design to as many splits as wanted, each with weights of its own. One random split tests segments of every
     * track, so it is not repeated.
     */
    Outcome run(Variation variation, int splits) {
        var dataset = variation.dataset();
        var protocol = variation.protocol();
        var network = variation
                .design()
                .table()
                .of(dataset.inputShape(), dataset.classes().size());
        var fits = new ArrayList<FitResult>();
        for (long seed : seeds(protocol, splits)) {
            var fit = new Fit(network, dataset, protocol.word(), seed);
            var stage = "%s, %s, split %d".formatted(variation.name(), protocol.word(), seed);
            fits.add(done.computeIfAbsent(fit, absent -> fit(absent, stage, protocol.split(dataset, seed))));
        }
        return new Outcome(dataset.classes(), protocol, List.copyOf(fits));
    }

    /** Splits as {@link #run} will, so that what cannot be split is said before anything is fitted. */
    void check(Variation variation, int splits) {
        for (long seed : seeds(variation.protocol(), splits)) {
            var ignored = variation.protocol().split(variation.dataset(), seed);
        }
    }

    private long[] seeds(GtzanProtocol protocol, int splits) {
        int count = settings.quick() || protocol.keptApart().isEmpty() ? 1 : splits;
        return LongStream.range(settings.seed(), settings.seed() + count).toArray();
    }

    private FitResult fit(Fit fit, String stage, Split split) {
        return settings.fits().fit(fit.network(), thesis(fit.seed()), split, stage);
    }

    private FitSettings thesis(long seed) {
        return new FitSettings(
                seed,
                settings.quick() ? QUICK_EPOCHS : EPOCHS,
                128,
                Loss.SOFTMAX_CROSS_ENTROPY,
                1e-3,
                new Schedule.ReduceOnPlateau(0.2, 5),
                STOPPING,
                0,
                0,
                false);
    }
}
