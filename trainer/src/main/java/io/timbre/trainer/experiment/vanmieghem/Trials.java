package io.timbre.trainer.experiment.vanmieghem;

import io.timbre.networks.table.Network;
import io.timbre.trainer.data.Dataset;
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
import java.util.stream.IntStream;

/** Fits networks as the thesis does: Adam at 1e-3 in batches of 128, a fifth of that after 5 flat epochs. */
final class Trials {

    private static final EarlyStopping STOPPING = new EarlyStopping(50, 0.01);

    private final ExperimentSettings settings;
    private final Effort effort;
    private final Map<Fit, FitResult> done = new HashMap<>();

    Trials(ExperimentSettings settings) {
        this.settings = settings;
        this.effort = Effort.of(settings.quick());
    }

    /** What makes a fit what it is; questions share those that are the same. */
    private record Fit(Network network, Loss loss, Dataset dataset, String protocol, int number) {}

    /**
     * Fits a design, each time with weights of its own: to each fold, so that each track is tested once; to the thesis'
     * random split once; to a given split as often as the effort says.
     */
    Outcome run(Variation variation) {
        var dataset = variation.dataset();
        var network = variation
                .design()
                .table()
                .of(dataset.inputShape(), dataset.classes().size());
        var splits = splits(variation);
        var fits = new ArrayList<FitResult>();
        for (int number = 0; number < splits.size(); number++) {
            var split = splits.get(number);
            var fit = new Fit(
                    network,
                    variation.design().loss(),
                    dataset,
                    variation.protocol().word(),
                    number);
            var stage = "%s, %s, %d of %d"
                    .formatted(variation.name(), variation.protocol().word(), number + 1, splits.size());
            fits.add(done.computeIfAbsent(
                    fit,
                    absent -> fit(absent, split, stage, variation.protocol().honest())));
        }
        return new Outcome(dataset.classes(), variation.protocol(), List.copyOf(fits));
    }

    /** Splits as {@link #run} will, so that what cannot be split is said before anything is fitted. */
    void check(Variation variation) {
        var ignored = splits(variation);
    }

    /** That of the first fit. */
    Split first(Variation variation) {
        return splits(variation).getFirst();
    }

    private List<Split> splits(Variation variation) {
        var protocol = variation.protocol();
        if (protocol.given().isPresent()) {
            var split = protocol.split(variation.dataset(), settings.seed());
            return IntStream.range(0, effort.weights())
                    .mapToObj(weights -> split)
                    .toList();
        }
        return protocol.keptApart().isEmpty()
                ? List.of(protocol.split(variation.dataset(), settings.seed()))
                : protocol.folds(variation.dataset(), effort.folds(), settings.seed());
    }

    private FitResult fit(Fit fit, Split split, String stage, boolean honest) {
        return settings.fits()
                .under(honest)
                .fit(fit.network(), thesis(fit.loss(), settings.seed() + fit.number()), split, stage);
    }

    private FitSettings thesis(Loss loss, long seed) {
        return new FitSettings(
                seed, effort.epochs(), 128, loss, 1e-3, new Schedule.ReduceOnPlateau(0.2, 5), STOPPING, 0, 0, false);
    }
}
