package io.timbre.trainer.experiment.lee;

import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.Grouping;
import io.timbre.trainer.data.GtzanSplit;
import io.timbre.trainer.data.LeakageAudit;
import io.timbre.trainer.data.Shares;
import io.timbre.trainer.data.Split;
import io.timbre.trainer.data.Splits;
import java.util.Optional;
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
     * Sturm's split, without faulty and repeated tracks.
     *
     * @throws IllegalArgumentException if two parts share a track or an artist
     */
    static Protocol honest(Dataset dataset, GtzanSplit parts) {
        var split = Splits.given(
                dataset,
                "fault-filtered, grouped by artist",
                example -> Optional.ofNullable(example.groups().get(Grouping.TRACK))
                        .flatMap(parts::part));
        LeakageAudit.of(split).requireNone();
        return new Protocol(split.protocol(), true, seed -> split);
    }
}
