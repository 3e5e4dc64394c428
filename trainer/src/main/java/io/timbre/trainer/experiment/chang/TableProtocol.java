package io.timbre.trainer.experiment.chang;

import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.Grouping;
import io.timbre.trainer.data.LeakageAudit;
import io.timbre.trainer.data.Shares;
import io.timbre.trainer.data.Split;
import io.timbre.trainer.data.Splits;
import java.util.Set;

/** How the rows of the table are dealt out. */
enum TableProtocol {
    /** Row by row: the same recording and the same artist land on both sides. */
    PUBLISHED("rows at random, 70/15/15, our guess at the paper's") {
        @Override
        Split split(Dataset dataset, long seed) {
            return Splits.random(dataset, Shares.thesis(), seed);
        }
    },
    /** Nothing that two rows share lands on both sides. */
    HONEST("grouped by artist, title and sound, 70/15/15") {
        @Override
        Split split(Dataset dataset, long seed) {
            var split = Splits.grouped(dataset, APART, Shares.thesis(), seed);
            LeakageAudit.of(split).requireNone();
            return split;
        }
    };

    private static final Set<Grouping> APART = Set.of(Grouping.ARTIST, Grouping.TITLE, Grouping.FINGERPRINT);

    private final String words;

    TableProtocol(String words) {
        this.words = words;
    }

    abstract Split split(Dataset dataset, long seed);

    String words() {
        return words;
    }
}
