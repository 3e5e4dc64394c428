package io.timbre.trainer.learning;

import io.timbre.schemas.avro.Judgement;
import io.timbre.schemas.avro.ReleaseVerdict;
import io.timbre.schemas.avro.TestFigures;
import io.timbre.trainer.data.Grouping;
import io.timbre.trainer.metrics.ClassFigures;
import io.timbre.trainer.metrics.ClassMetrics;
import io.timbre.trainer.metrics.PairedBootstrap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether a challenger may serve: it must be right more often than the champion on the same test tracks, such that the
 * lower end of the difference's 99 % interval, by a bootstrap over artists, is above 0; and no genre of enough test tracks
 * may lose more recall than the margin. It waits for a person where the test has too few tracks of a genre to tell whether
 * it forgot that.
 */
final class Judge {

    /** In place of the recall of a genre that no test track is of. */
    private static final double UNTESTED = -1;

    /** The test is asked night after night: of 95 % one challenger in forty that is no better would get through. */
    private static final double DECISIVE = 0.99;

    private final List<String> genres;
    private final Bar bar;

    Judge(List<String> genres, Bar bar) {
        this.genres = List.copyOf(genres);
        this.bar = bar;
    }

    /** Why nothing can be said by this test; nothing where it will do. */
    Optional<String> tooSmall(int tracks, int artists) {
        if (tracks < bar.leastTracks()) {
            return Optional.of("the test has %d tracks of the %d that it needs".formatted(tracks, bar.leastTracks()));
        }
        return artists < bar.leastArtists()
                ? Optional.of("the test has %d artists of the %d that it needs".formatted(artists, bar.leastArtists()))
                : Optional.empty();
    }

    /**
     * Compares two models.
     *
     * @param testSha256 names the test
     * @throws IllegalArgumentException if they were not asked of the same tracks, or of none
     */
    Judged judge(String testSha256, Tested challenger, Tested champion) {
        var challengers = metrics(challenger);
        var champions = metrics(champion);
        var compared = PairedBootstrap.of(challenger.predictions(), champion.predictions(), Grouping.ARTIST);
        var decisive = PairedBootstrap.of(challenger.predictions(), champion.predictions(), Grouping.ARTIST, DECISIVE);
        var judgement = new Judgement(
                challenger.predictions().size(),
                testSha256,
                figures(challenger.model(), challengers),
                figures(champion.model(), champions),
                compared.difference(),
                compared.interval().low(),
                compared.interval().high());
        return verdict(judgement, decisive.interval().low(), losses(challengers, champions), untested(champions));
    }

    private ClassMetrics metrics(Tested tested) {
        return ClassMetrics.of(genres, tested.predictions(), Grouping.ARTIST);
    }

    private static TestFigures figures(String model, ClassMetrics metrics) {
        return new TestFigures(
                model,
                metrics.accuracy(),
                metrics.accuracyInterval().low(),
                metrics.accuracyInterval().high(),
                metrics.logLoss(),
                metrics.calibrationError(),
                metrics.perClass().stream()
                        .map(figures -> figures.support() == 0 ? UNTESTED : figures.recall())
                        .toList());
    }

    /** The genres that lost too much, in words; empty if none did. */
    private String losses(ClassMetrics challenger, ClassMetrics champion) {
        return IntStream.range(0, genres.size())
                .filter(genre -> champion.perClass().get(genre).support() >= bar.leastOfGenre())
                .filter(genre -> loss(challenger, champion, genre) > bar.margin() + 1e-9)
                .mapToObj(genre -> lost(
                        champion.perClass().get(genre), challenger.perClass().get(genre)))
                .collect(Collectors.joining(", "));
    }

    /** The genres of too few test tracks, in words; empty if none is. */
    private String untested(ClassMetrics metrics) {
        return metrics.perClass().stream()
                .filter(genre -> genre.support() < bar.leastOfGenre())
                .map(genre -> words("%s (%d)", genre.name(), genre.support()))
                .collect(Collectors.joining(", "));
    }

    private static double loss(ClassMetrics challenger, ClassMetrics champion, int genre) {
        return champion.perClass().get(genre).recall()
                - challenger.perClass().get(genre).recall();
    }

    private static String lost(ClassFigures before, ClassFigures after) {
        return words("%s falls from %.1f to %.1f %%", before.name(), 100 * before.recall(), 100 * after.recall());
    }

    private Judged verdict(Judgement judgement, double low, String losses, String untested) {
        var difference = words(
                "%.1f %% right on %d test tracks, the champion %.1f %%: %+.1f points, 95 %% interval %+.1f to"
                        + " %+.1f, 99 %% from %+.1f",
                100 * judgement.getChallenger().getAccuracy(),
                judgement.getTracks(),
                100 * judgement.getChampion().getAccuracy(),
                100 * judgement.getDifference(),
                100 * judgement.getDifferenceLow(),
                100 * judgement.getDifferenceHigh(),
                100 * low);
        if (!(low > 0)) {
            return Judged.rejected(difference + ", which may be chance", judgement);
        }
        if (!losses.isEmpty()) {
            var tooMuch = words("; but %s, more than the %.1f points allowed", losses, 100 * bar.margin());
            return Judged.rejected(difference + tooMuch, judgement);
        }
        if (untested.isEmpty() || bar.untestedToo()) {
            return new Judged(ReleaseVerdict.RELEASED, difference, judgement, false);
        }
        var silent = words(
                "; it may have forgotten what fewer than %d test tracks are of, so a person may promote it: %s",
                bar.leastOfGenre(), untested);
        return new Judged(ReleaseVerdict.RELEASED, difference + silent, judgement, true);
    }

    private static String words(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
