package io.timbre.trainer.experiment.leakage;

import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.Grouping;
import io.timbre.trainer.data.GtzanSplit;
import io.timbre.trainer.data.Shares;
import io.timbre.trainer.data.Split;
import io.timbre.trainer.data.Splits;
import java.util.Optional;
import java.util.Set;

/** A way to split GTZAN, from the one that leaks most to those that do not. */
enum Protocol {
    BY_SEGMENT("random by segment", false),
    BY_TRACK("by track", false),
    BY_ARTIST("by track and artist", true),
    FAULT_FILTERED("fault-filtered, artists apart", true);

    private final String words;
    private final boolean honest;

    Protocol(String words, boolean honest) {
        this.words = words;
        this.honest = honest;
    }

    String words() {
        return words;
    }

    /** What must not stand in two parts where nothing may leak. */
    static final Set<Grouping> APART = Set.of(Grouping.TRACK, Grouping.ARTIST);

    /** Whether no track and no known artist stands in two parts. */
    boolean isHonest() {
        return honest;
    }

    /** @param published the split that Kereliuk, Sturm and Larsen gave, which no seed changes */
    Split split(Dataset dataset, GtzanSplit published, long seed) {
        return switch (this) {
            case BY_SEGMENT -> Splits.random(dataset, Shares.thesis(), seed);
            case BY_TRACK -> Splits.grouped(dataset, Set.of(Grouping.TRACK), Shares.thesis(), seed);
            case BY_ARTIST -> Splits.grouped(dataset, APART, Shares.thesis(), seed);
            case FAULT_FILTERED ->
                Splits.given(
                        dataset,
                        words,
                        example -> Optional.ofNullable(example.groups().get(Grouping.TRACK))
                                .flatMap(published::part));
        };
    }
}
