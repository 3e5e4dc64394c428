package io.timbre.trainer.experiment.lee;

import io.timbre.trainer.data.Part;
import io.timbre.trainer.experiment.Section.Figure;
import io.timbre.trainer.experiment.lee.Condition.Repeated;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/**
 * Where ours lies beside the paper's, under its protocol, and what may be why.
 *
 * @param alone the LSTM from nothing but real tracks
 * @param longer the same from the same tracks in more steps
 * @param tracks that the LSTM learnt from
 */
record BesideThePaper(Fitted alone, List<Fitted> longer, Figure baseline, int tracks) {

    private static final int PAPER_TRACKS = 699;

    /** 120 epochs in batches of 32. */
    private static final int PAPER_STEPS = 120 * Math.ceilDiv(PAPER_TRACKS, 32);

    /** A condition, how accurate it is and in how many steps. */
    record Fitted(Condition condition, Figure accuracy, int steps) {}

    static BesideThePaper of(Outcome published, Budget budget) {
        int tracks = published.first().of(Part.TRAINING).size();
        return new BesideThePaper(
                fitted(Condition.ALONE, published, tracks, budget),
                published.plan().conditions().stream()
                        .filter(Repeated.class::isInstance)
                        .map(condition -> fitted(condition, published, tracks, budget))
                        .toList(),
                Figure.accuracy(published.baseline()),
                tracks);
    }

    private static Fitted fitted(Condition condition, Outcome outcome, int tracks, Budget budget) {
        return new Fitted(
                condition, Figure.accuracy(outcome.metrics(condition)), budget.steps(tracks + condition.added()));
    }

    String inWords() {
        return String.format(
                Locale.ROOT,
                """
                Under the paper's protocol the LSTM alone has %s, %s the paper's %s. The paper's had %d steps on %d \
                tracks of 4 s, ours %d on %d of 2 s.%s The paper's best with its GAN is %s: the intervals of the two overlap.

                One layer on the mean of the steps has %s on the same tracks%s.
                """,
                alone.accuracy().inWords(),
                place(),
                words(PaperFigure.ALONE),
                PAPER_STEPS,
                PAPER_TRACKS,
                alone.steps(),
                tracks,
                budget(),
                words(PaperFigure.GENERATED),
                baseline.inWords(),
                baseline.low() > alone.accuracy().high() ? ": there is more in them than the LSTM has found" : "");
    }

    private String place() {
        var paper = interval(PaperFigure.ALONE);
        if (alone.accuracy().high() < 100 * paper.getLowerBound()) {
            return "below";
        }
        return alone.accuracy().low() > 100 * paper.getUpperBound()
                ? "above"
                : "which cannot be told apart (the intervals overlap) from";
    }

    /** Whether so few steps may be why ours is less than the paper's. */
    private String budget() {
        return alone.accuracy().value() < PaperFigure.ALONE.percent()
                ? " That ours is less may be for want of steps"
                        + longer.stream().map(this::evidence).collect(Collectors.joining())
                        + "."
                : "";
    }

    private String evidence(Fitted more) {
        return "%s %d steps instead of %d on the same tracks (%s) come to %s"
                .formatted(
                        more.accuracy().value() > alone.accuracy().value() ? ":" : ", although no more comes of more:",
                        more.steps(),
                        alone.steps(),
                        more.condition().words(),
                        more.accuracy().inWords());
    }

    /** Such as {@code "52.48 % (53 of 101 tracks: 42.8 to 61.9 %)"}. */
    private static String words(PaperFigure figure) {
        var interval = interval(figure);
        return String.format(
                Locale.ROOT,
                "%.2f %% (%d of %d tracks: %.1f to %.1f %%)",
                figure.percent(),
                figure.right(),
                PaperFigure.TRACKS,
                100 * interval.getLowerBound(),
                100 * interval.getUpperBound());
    }

    /** What so few tracks leave open, by Wilson, 95 %. */
    private static ConfidenceInterval interval(PaperFigure figure) {
        return new WilsonScoreInterval().createInterval(PaperFigure.TRACKS, figure.right(), 0.95);
    }
}
