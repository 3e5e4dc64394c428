package io.timbre.trainer.experiment.chang;

import io.timbre.networks.zoo.Chang;
import io.timbre.trainer.experiment.Experiment;
import io.timbre.trainer.experiment.ExperimentSettings;
import io.timbre.trainer.experiment.Report;
import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Chang's two networks for the emotions of CAL500, which in the paper said the same of every song.
 *
 * <p>The MLP-LSTM is built up from what is known of the published one to one that learns, a step at a time; of the CNN-LSTM
 * the first and the last step are fitted. All are asked about songs of artists that they were never trained on.
 */
public final class ChangCal500 implements Experiment {

    private static final int SEEDS = 2;

    @Override
    public String name() {
        return "chang-cal500";
    }

    @Override
    public String description() {
        return "Chang: emotions of CAL500 from pictures and descriptors";
    }

    @Override
    public Report run(ExperimentSettings settings) throws IOException {
        var trials = SongTrials.on(settings);
        var baseline = run(trials, settings, List.of(SongAttempt.baseline()));
        var mlpLstm = run(trials, settings, SongAttempt.steps("MLP-LSTM", Chang::mlpLstm));
        var cnnLstm = run(trials, settings, ends(SongAttempt.steps("CNN-LSTM", Chang::cnnLstm)));
        return new SongFindings(trials.protocol(), trials.songs(), baseline.getFirst(), mlpLstm, cnnLstm)
                .report(name());
    }

    private static List<SongAttempt> ends(List<SongAttempt> steps) {
        return List.of(steps.getFirst(), steps.getLast());
    }

    /** All attempts with the first seed; the last of them with the other seeds too. */
    private static List<SongOutcomes> run(SongTrials trials, ExperimentSettings settings, List<SongAttempt> attempts) {
        return attempts.stream()
                .map(attempt -> {
                    int seeds = settings.quick() || attempt != attempts.getLast() ? 1 : SEEDS;
                    return SongOutcomes.of(LongStream.range(settings.seed(), settings.seed() + seeds)
                            .mapToObj(seed -> trials.run(attempt, seed))
                            .toList());
                })
                .toList();
    }
}
