package io.timbre.trainer.experiment.lee;

import io.timbre.trainer.experiment.Experiment;
import io.timbre.trainer.experiment.ExperimentSettings;
import io.timbre.trainer.experiment.Fits;
import io.timbre.trainer.experiment.Report;
import java.io.IOException;
import java.util.List;

/** Lee's LSTM on mel spectrograms, alone and with generated ones among what it learns from. */
public final class LeeStudy implements Experiment {

    @Override
    public String name() {
        return "lee";
    }

    @Override
    public String description() {
        return "an LSTM on mel spectrograms, alone and with generated ones: does the GAN help?";
    }

    @Override
    public Report run(ExperimentSettings settings) throws IOException {
        var budget = settings.quick() ? Budget.quick() : Budget.full();
        return run(Plan.all(Sequences.read(settings.data()), budget, settings.seed()), budget, settings.fits());
    }

    static Report run(List<Plan> plans, Budget budget, Fits fits) {
        return new Findings(
                        budget,
                        plans.stream()
                                .map(plan -> new Trials(plan, budget, fits).run())
                                .toList())
                .report();
    }
}
