package io.timbre.trainer.fit;

import io.timbre.trainer.fit.Schedule.Constant;
import io.timbre.trainer.fit.Schedule.Cosine;
import io.timbre.trainer.fit.Schedule.ReduceOnPlateau;

/** The learning rate of each step, by its {@link Schedule}. */
final class LearningRate {

    private static final double WARM_UP = 0.1;

    /** A curve is read in the middle of a step: at its ends it is 0, and a step of rate 0 would be lost. */
    private static final double MIDDLE = 0.5;

    private final Schedule schedule;
    private final double highest;
    private final long steps;
    private final Plateau plateau = new Plateau(0);
    private double reduction = 1;

    /**
     * The rates of a whole fit.
     *
     * @param steps how many it takes at most
     */
    LearningRate(Schedule schedule, double highest, long steps) {
        this.schedule = schedule;
        this.highest = highest;
        this.steps = steps;
    }

    /** The rate of a step, counted from 0. */
    double at(long step) {
        return switch (schedule) {
            case Constant() -> highest;
            case Cosine() -> highest * cosine((step + MIDDLE) / steps);
            case ReduceOnPlateau(double ignoredFactor, int ignoredPatience) -> highest * reduction;
        };
    }

    private static double cosine(double progress) {
        return progress < WARM_UP
                ? progress / WARM_UP
                : (1 + Math.cos(Math.PI * (progress - WARM_UP) / (1 - WARM_UP))) / 2;
    }

    /** Hears the loss that an epoch ended with. */
    void epochDone(double loss) {
        if (schedule instanceof ReduceOnPlateau(double factor, int patience) && plateau.lengthAfter(loss) == patience) {
            reduction *= factor;
            plateau.startAnew();
        }
    }
}
