package io.timbre.trainer.experiment.choi;

import io.timbre.networks.zoo.Zoo;
import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.GtzanProtocol;
import io.timbre.trainer.data.Predictions;
import io.timbre.trainer.experiment.CrossValidation;
import io.timbre.trainer.experiment.ExperimentSettings;
import io.timbre.trainer.experiment.Section.Figure;
import io.timbre.trainer.experiment.Section.Row;
import io.timbre.trainer.fit.EarlyStopping;
import io.timbre.trainer.fit.EpochFigures;
import io.timbre.trainer.fit.FitSettings;
import io.timbre.trainer.fit.Loss;
import io.timbre.trainer.fit.Schedule;
import io.timbre.trainer.metrics.ClassMetrics;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * One network on one data set under one protocol, cross-validated.
 *
 * @param network a name of the zoo
 * @param learningRate at its highest
 * @param paper the paper's accuracy in percent, where it has one
 */
record Trial(String network, Dataset dataset, double learningRate, GtzanProtocol protocol, OptionalDouble paper) {

    private static final int FOLDS = 5;
    private static final int EPOCHS = 20;
    private static final int BATCH = 16;

    static Trial asPublished(String network, Dataset dataset, double learningRate, OptionalDouble paper) {
        return new Trial(network, dataset, learningRate, GtzanProtocol.bySegment(), paper);
    }

    static Trial honest(String network, Dataset dataset, double learningRate) {
        return new Trial(network, dataset, learningRate, GtzanProtocol.byArtist(), OptionalDouble.empty());
    }

    /** What came of it, by segment and by track: the mean posterior of its segments. */
    record Outcome(Trial trial, ClassMetrics segments, ClassMetrics tracks, List<EpochFigures> firstFold) {

        List<Row> rows() {
            return List.of(
                    trial.row("segments", segments, trial.paper), trial.row("tracks", tracks, OptionalDouble.empty()));
        }
    }

    Outcome run(ExperimentSettings settings) {
        var classes = dataset.classes();
        var folds = protocol.folds(dataset, FOLDS, settings.seed());
        var fit = new FitSettings(
                settings.seed(),
                settings.quick() ? 2 : EPOCHS,
                BATCH,
                Loss.SOFTMAX_CROSS_ENTROPY,
                learningRate,
                new Schedule.Cosine(),
                EarlyStopping.never(),
                0,
                0,
                true);
        var validated = CrossValidation.run(
                Zoo.network(network, classes.size()),
                fit,
                settings.quick() ? folds.subList(0, 2) : folds,
                title(),
                settings.listener());
        return new Outcome(
                this,
                ClassMetrics.of(classes, validated.tested()),
                ClassMetrics.of(classes, Predictions.byTrack(validated.tested())),
                validated.firstFold());
    }

    String title() {
        return dataset.classes().size() + " genres, " + network + ", " + protocol.word();
    }

    boolean isHonest() {
        return protocol.honest();
    }

    private Row row(String unit, ClassMetrics metrics, OptionalDouble published) {
        var interval = metrics.accuracyInterval();
        return new Row(
                dataset.classes().size() + " genres, " + network + ", " + unit,
                FOLDS + " folds, " + protocol.name(),
                isHonest(),
                published,
                new Figure(100 * metrics.accuracy(), "%", 100 * interval.low(), 100 * interval.high(), metrics.count()),
                "largest class " + Math.round(100 * metrics.largestPrior()) + " %",
                Map.of("macro F1", metrics.macroF1(), "log-loss", metrics.logLoss()));
    }
}
