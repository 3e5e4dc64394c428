package io.timbre.trainer.experiment.lee;

import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.Grouping;
import io.timbre.trainer.data.GtzanProtocol;
import io.timbre.trainer.data.LeakageAudit;
import io.timbre.trainer.data.Shares;
import io.timbre.trainer.data.Splits;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * How tracks are split, all runs of it made and audited before the first of them is trained.
 *
 * @param word a few letters, for pictures
 * @param words for reports
 * @param honest whether no artist stands in two parts
 */
record Protocol(String word, String words, boolean honest, List<Run> runs) {

    /** 699, 199 and 101 of 999 tracks. */
    private static final Shares LEE = new Shares(0.70, 0.20, 0.10);

    Protocol {
        runs = List.copyOf(runs);
    }

    /** What stands or falls together, and is drawn as one for intervals. */
    Grouping drawn() {
        return honest ? Grouping.ARTIST : Grouping.TRACK;
    }

    /** Any track anywhere, as published: one artist's tracks stand in several parts, repeated tracks too. */
    static Protocol published(Dataset dataset, int seeds, long firstSeed) {
        var runs = LongStream.range(firstSeed, firstSeed + seeds)
                .mapToObj(seed -> new Run("seed " + seed, Splits.random(dataset, LEE, seed), seed))
                .toList();
        runs.forEach(run -> LeakageAudit.of(run.split()).requireNone(Set.of(Grouping.TRACK)));
        return new Protocol("as published", "random by track 70/20/10, as published", false, runs);
    }

    /**
     * Folds: each track of a known artist is tested once a dealing. Splits anew for each seed would be nearly one and the
     * same, as there are few artists and their tracks stay together.
     *
     * @throws IllegalArgumentException if a genre has too few artists, or parts share one
     */
    static Protocol honest(Dataset dataset, int dealings, int folds, long firstSeed) {
        var artists = GtzanProtocol.byArtist();
        var runs = new ArrayList<Run>();
        for (int dealing = 1; dealing <= dealings; dealing++) {
            for (var split : artists.folds(dataset, folds, firstSeed + dealing - 1)) {
                int fold = runs.size() % folds + 1;
                runs.add(new Run("dealing %d, fold %d".formatted(dealing, fold), split, firstSeed + runs.size()));
            }
        }
        var words = "%d x %d folds, %s".formatted(dealings, folds, artists.name());
        return new Protocol(artists.word(), words, artists.honest(), runs);
    }
}
