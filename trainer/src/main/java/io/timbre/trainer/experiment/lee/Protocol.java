package io.timbre.trainer.experiment.lee;

import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.Grouping;
import io.timbre.trainer.data.LeakageAudit;
import io.timbre.trainer.data.Shares;
import io.timbre.trainer.data.Split;
import io.timbre.trainer.data.Splits;
import java.util.EnumSet;
import java.util.function.LongFunction;

/**
 * How tracks are split, anew for each seed where the seed has a say.
 *
 * @param words for reports
 * @param honest whether no artist stands in two parts
 */
record Protocol(String words, boolean honest, LongFunction<Split> split) {

    /** 699, 199 and 101 of 999 tracks. */
    private static final Shares LEE = new Shares(0.70, 0.20, 0.10);

    /** Any track anywhere, as published: one artist's tracks stand in several parts, repeated tracks too. */
    static Protocol published(Dataset dataset) {
        return new Protocol("random by track 70/20/10, as published", false, seed -> Splits.random(dataset, LEE, seed));
    }

    /**
     * All tracks of an artist in one part. Not {@link io.timbre.trainer.data.GtzanSplit}: of the tracks that there are
     * clips of it leaves 66 to test with, none of them disco, jazz or pop.
     *
     * @throws IllegalArgumentException if a genre has too few artists
     */
    static Protocol honest(Dataset dataset) {
        return new Protocol(
                "grouped by artist 70/20/10",
                true,
                seed -> checked(Splits.grouped(dataset, EnumSet.of(Grouping.TRACK, Grouping.ARTIST), LEE, seed)));
    }

    private static Split checked(Split split) {
        LeakageAudit.of(split).requireNone();
        return split;
    }
}
