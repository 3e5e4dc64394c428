package io.timbre.trainer.experiment.chang;

import io.timbre.trainer.data.DescriptorEncoding;
import io.timbre.trainer.data.LeakageAudit;
import io.timbre.trainer.experiment.Experiment;
import io.timbre.trainer.experiment.ExperimentSettings;
import io.timbre.trainer.experiment.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Chang's MLP on a table of descriptors, 11 genres: about 50 % in the paper.
 *
 * <p>Beside the paper's protocol stand one that keeps artists, titles and recordings apart, and what the table gives away
 * by writing the durations of four genres in another unit.
 */
public final class ChangMlp implements Experiment {

    @Override
    public String name() {
        return "chang-mlp";
    }

    @Override
    public String description() {
        return "Chang: 11 genres from a table of descriptors";
    }

    @Override
    public Report run(ExperimentSettings settings) throws IOException {
        var trials = TableTrials.on(settings);
        var traits = new TableTraits(
                trials.dataset(DescriptorEncoding.AS_WRITTEN), trials.dataset(DescriptorEncoding.ONE_UNIT));
        var audit =
                LeakageAudit.of(trials.split(DescriptorEncoding.ONE_UNIT, TableProtocol.PUBLISHED, settings.seed()));
        var published = trials.run(TableCandidate.AS_WRITTEN, TableProtocol.PUBLISHED);
        var leakingArtists = trials.run(TableCandidate.ONE_UNIT, TableProtocol.PUBLISHED);
        var leakingUnits = trials.run(TableCandidate.AS_WRITTEN, TableProtocol.HONEST);
        var honest = trials.run(TableCandidate.ONE_UNIT, TableProtocol.HONEST);
        var candidates = new ArrayList<>(List.of(honest));
        for (var candidate : TableCandidate.OURS) {
            candidates.add(trials.run(candidate, TableProtocol.HONEST));
        }
        return new TableFindings(published, leakingArtists, leakingUnits, new TableChoice(candidates), traits, audit)
                .report(name());
    }
}
