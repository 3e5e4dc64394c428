package io.timbre.trainer.experiment.chang;

import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.DescriptorEncoding;
import io.timbre.trainer.data.Split;
import io.timbre.trainer.data.SpotifyDescriptors;
import io.timbre.trainer.experiment.ExperimentSettings;
import io.timbre.trainer.fit.EarlyStopping;
import io.timbre.trainer.fit.FitResult;
import io.timbre.trainer.fit.FitSettings;
import io.timbre.trainer.fit.Loss;
import io.timbre.trainer.fit.Schedule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Fits candidates to the table, each under the same splits. */
final class TableTrials {

    private static final int SEEDS = 3;
    private static final int EPOCHS = 50;
    private static final int QUICK_EPOCHS = 6;
    private static final int BATCH = 128;

    private final ExperimentSettings settings;
    private final Map<DescriptorEncoding, Dataset> datasets;

    private TableTrials(ExperimentSettings settings, Map<DescriptorEncoding, Dataset> datasets) {
        this.settings = settings;
        this.datasets = datasets;
    }

    /** Reads the table, and splits it as it will be split, so that bad data is found before anything is fitted. */
    static TableTrials on(ExperimentSettings settings) throws IOException {
        var datasets = new EnumMap<DescriptorEncoding, Dataset>(DescriptorEncoding.class);
        for (var encoding : DescriptorEncoding.values()) {
            datasets.put(encoding, SpotifyDescriptors.read(settings.data(), encoding));
        }
        var trials = new TableTrials(settings, datasets);
        for (var protocol : TableProtocol.values()) {
            trials.split(DescriptorEncoding.ONE_UNIT, protocol, settings.seed());
        }
        return trials;
    }

    Dataset dataset(DescriptorEncoding encoding) {
        return Objects.requireNonNull(datasets.get(encoding));
    }

    Split split(DescriptorEncoding encoding, TableProtocol protocol, long seed) {
        return protocol.split(dataset(encoding), seed);
    }

    /** Fits the candidate once a seed. */
    TableOutcome run(TableCandidate candidate, TableProtocol protocol) {
        var dataset = dataset(candidate.encoding());
        var network = candidate.network(dataset.classes().size());
        var fits = new ArrayList<FitResult>();
        for (long seed = settings.seed(); seed < settings.seed() + seeds(); seed++) {
            var split = split(candidate.encoding(), protocol, seed);
            var stage = candidate.name() + ", " + protocol.words() + ", seed " + seed;
            fits.add(settings.fits()
                    .under(protocol == TableProtocol.HONEST)
                    .fit(network, fitSettings(candidate, seed), split, stage));
        }
        return TableOutcome.of(candidate.name(), protocol, dataset.classes(), fits);
    }

    private int seeds() {
        return settings.quick() ? 1 : SEEDS;
    }

    private FitSettings fitSettings(TableCandidate candidate, long seed) {
        return new FitSettings(
                seed,
                settings.quick() ? QUICK_EPOCHS : EPOCHS,
                BATCH,
                Loss.SOFTMAX_CROSS_ENTROPY,
                1e-3,
                new Schedule.ReduceOnPlateau(0.2, 5),
                new EarlyStopping(8, 0),
                0,
                0,
                candidate.classWeights());
    }
}
