package io.timbre.trainer.experiment.lee;

import io.timbre.trainer.data.Part;
import io.timbre.trainer.experiment.Section.Figure;
import java.util.Locale;

/**
 * Where ours lies beside the paper's, under its protocol, and what may be why.
 *
 * @param tracks that the LSTM alone learnt from
 * @param steps in which it did
 */
record BesideThePaper(Figure alone, Figure baseline, int tracks, int steps) {

    private static final int PAPER_TRACKS = 699;

    /** 120 epochs in batches of 32. */
    private static final int PAPER_STEPS = 120 * Math.ceilDiv(PAPER_TRACKS, 32);

    static BesideThePaper of(Outcome published, Budget budget) {
        int tracks = published.first().of(Part.TRAINING).size();
        return new BesideThePaper(
                published.figure(published.metrics(Condition.ALONE)),
                published.figure(published.baseline()),
                tracks,
                budget.steps(tracks));
    }

    String inWords() {
        return String.format(
                Locale.ROOT,
                """
                Under the paper's protocol the LSTM alone has %s, %s the paper's %s. The paper's had %d steps on %d \
                tracks of 4 s, ours %d on %d of 2 s. The paper's best with its GAN is %s: the intervals of the two overlap.

                One layer on the mean of the steps has %s on the same tracks%s.
                """,
                alone.inWords(),
                place(),
                PaperFigure.ALONE.words(),
                PAPER_STEPS,
                PAPER_TRACKS,
                steps,
                tracks,
                PaperFigure.GENERATED.words(),
                baseline.inWords(),
                baseline.low() > alone.high() ? ": there is more in them than the LSTM has found" : "");
    }

    private String place() {
        if (alone.high() < PaperFigure.ALONE.percent()) {
            return "below";
        }
        return alone.low() > PaperFigure.ALONE.percent() ? "above" : "not to be told from";
    }
}
