package io.timbre.trainer.fit;

import io.timbre.trainer.fit.Validation.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The epochs of a fit so far, and what follows from them: the learning rate, the best epoch, whether it is over. Replaying
 * the epochs of a fit that was killed gives the course that it had.
 */
final class Course {

    private final FitSettings settings;
    private final int batchesPerEpoch;
    private final LearningRate rate;
    private final Plateau plateau;
    private final List<EpochFigures> epochs = new ArrayList<>();
    private double lowest = Double.POSITIVE_INFINITY;
    private int bestEpoch;
    private boolean stopped;

    Course(FitSettings settings, int batchesPerEpoch) {
        this.settings = settings;
        this.batchesPerEpoch = batchesPerEpoch;
        this.rate = new LearningRate(
                settings.schedule(), settings.learningRate(), (long) settings.epochs() * batchesPerEpoch);
        this.plateau = new Plateau(settings.stopping().improvement());
    }

    /** Of the epochs that are done, in order. */
    List<EpochFigures> epochs() {
        return List.copyOf(epochs);
    }

    /** The number of the epoch to come. */
    int next() {
        return epochs.size() + 1;
    }

    /** From 1; 0 before there is one. */
    int bestEpoch() {
        return bestEpoch;
    }

    boolean isOver() {
        return stopped || epochs.size() >= settings.epochs();
    }

    /** Steps before the epoch to come. */
    long stepsDone() {
        return (long) epochs.size() * batchesPerEpoch;
    }

    /** Of a step of the epoch to come, counted from 0 over the whole fit. */
    double learningRate(long step) {
        return rate.at(step);
    }

    /** The figures of the epoch that just ended. */
    EpochFigures figures(double loss, double accuracy, Optional<Verdict> verdict) {
        double validationLoss = verdict.map(Course::lossOf).orElse(Double.NaN);
        boolean best = Double.isFinite(loss) && (verdict.isEmpty() || validationLoss < lowest);
        return new EpochFigures(
                next(),
                settings.epochs(),
                loss,
                accuracy,
                validationLoss,
                verdict.map(Verdict::accuracy).orElse(Double.NaN),
                rate.at(stepsDone() + batchesPerEpoch - 1),
                best);
    }

    /** A loss that is no number is as bad as can be: figures keep NaN for what was not validated. */
    private static double lossOf(Verdict verdict) {
        return Double.isNaN(verdict.loss()) ? Double.POSITIVE_INFINITY : verdict.loss();
    }

    /** Takes note of an epoch. A fit whose loss is no number any more is over: its weights are none either. */
    void add(EpochFigures epoch) {
        epochs.add(epoch);
        double watched = Double.isNaN(epoch.validationLoss()) ? epoch.trainingLoss() : epoch.validationLoss();
        if (epoch.best()) {
            lowest = watched;
            bestEpoch = epoch.number();
        }
        rate.epochDone(watched);
        stopped = plateau.lengthAfter(watched) >= settings.stopping().patience()
                || !Double.isFinite(epoch.trainingLoss())
                || !Double.isFinite(watched);
    }
}
