package io.timbre.trainer.experiment.choi;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.table.Network;
import io.timbre.networks.zoo.Choi;
import io.timbre.networks.zoo.Zoo;
import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.GtzanProtocol;
import io.timbre.trainer.data.LeakageAudit;
import io.timbre.trainer.data.Predictions;
import io.timbre.trainer.data.Split;
import io.timbre.trainer.experiment.CrossValidation;
import io.timbre.trainer.experiment.Details;
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
import java.util.OptionalDouble;
import java.util.function.BiFunction;

/**
 * One network on one data set under one protocol, cross-validated.
 *
 * @param design what is fitted
 * @param folds of the data set by the protocol
 * @param fitted how many of them are, the first ones
 * @param paper the paper's accuracy in percent, where it has one
 */
record Trial(
        Design design, Dataset dataset, GtzanProtocol protocol, List<Split> folds, int fitted, OptionalDouble paper) {

    private static final int FOLDS = 5;
    private static final int QUICK_FOLDS = 1;
    private static final int EPOCHS = 20;
    private static final int QUICK_EPOCHS = 1;
    private static final int BATCH = 16;

    /** A network for inputs of a shape, and the learning rate at its highest. */
    record Design(BiFunction<Shape, Integer, Network> network, double learningRate) {

        static Design choi() {
            return new Design(Choi::cnn, 3e-4);
        }

        /** Ours, for log-mel. */
        static Design shortChunk() {
            return new Design((shape, classes) -> Zoo.network("short-chunk-cnn", classes), 1e-3);
        }
    }

    /**
     * A trial with its folds dealt, so that what cannot be split is said before anything is fitted.
     *
     * @throws IllegalArgumentException if the protocol cannot split the data set
     */
    static Trial of(
            Design design, Dataset dataset, GtzanProtocol protocol, OptionalDouble paper, ExperimentSettings settings) {
        var folds = protocol.folds(dataset, FOLDS, settings.seed());
        return new Trial(design, dataset, protocol, folds, settings.quick() ? QUICK_FOLDS : folds.size(), paper);
    }

    /** The same, fitted on the first so many folds only. */
    Trial onFolds(int first) {
        return new Trial(design, dataset, protocol, folds, first, paper);
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
        var fit = new FitSettings(
                settings.seed(),
                epochs(settings.quick()),
                BATCH,
                Loss.SOFTMAX_CROSS_ENTROPY,
                design.learningRate(),
                new Schedule.Cosine(),
                EarlyStopping.never(),
                0,
                0,
                true);
        var validated = CrossValidation.run(
                network(),
                fit,
                folds.subList(0, fitted),
                title(),
                settings.fits().under(isHonest()));
        return new Outcome(
                this,
                ClassMetrics.of(classes, validated.tested(), protocol.unit()),
                ClassMetrics.of(classes, Predictions.byTrack(validated.tested()), protocol.unit()),
                validated.firstFold());
    }

    static int epochs(boolean quick) {
        return quick ? QUICK_EPOCHS : EPOCHS;
    }

    private Network network() {
        return design.network().apply(dataset.inputShape(), dataset.classes().size());
    }

    /** What the folds share, in words. */
    String leaks() {
        return LeakageAudit.of(folds.getFirst()).describe();
    }

    String title() {
        return dataset.classes().size() + " genres, " + input() + ", " + protocol.word();
    }

    private String input() {
        var shape = dataset.inputShape();
        return "%s on %dx%d".formatted(network().name(), shape.get(1), shape.get(2));
    }

    boolean isHonest() {
        return protocol.honest();
    }

    private Row row(String unit, ClassMetrics metrics, OptionalDouble published) {
        return new Row(
                dataset.classes().size() + " genres, " + input() + ", " + unit,
                "%d of %d folds, %s".formatted(fitted, folds.size(), protocol.name()),
                isHonest(),
                published,
                Figure.accuracy(metrics),
                "",
                Details.of(metrics));
    }
}
