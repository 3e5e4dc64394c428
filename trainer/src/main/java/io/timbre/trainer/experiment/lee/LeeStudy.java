package io.timbre.trainer.experiment.lee;

import io.timbre.trainer.experiment.Experiment;
import io.timbre.trainer.experiment.ExperimentSettings;
import io.timbre.trainer.experiment.Report;
import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;

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
        var dataset = Sequences.read(settings.data());
        var budget = settings.quick() ? Budget.quick() : Budget.full();
        var published = Protocol.published(dataset);
        var honest = Protocol.honest(dataset);
        return new Findings(
                        dataset.source(),
                        budget,
                        outcome(published, Condition.all(budget.fewer(), budget.more()), budget, settings),
                        outcome(honest, Condition.all(budget.more()), budget, settings))
                .report();
    }

    private static Outcome outcome(
            Protocol protocol, List<Condition> conditions, Budget budget, ExperimentSettings settings) {
        var trials = new Trials(budget, conditions, settings.fits());
        return new Outcome(
                protocol,
                protocol.split().apply(settings.seed()),
                conditions,
                LongStream.range(settings.seed(), settings.seed() + budget.seeds())
                        .mapToObj(seed -> trials.run(protocol.split().apply(seed), seed))
                        .toList());
    }
}
