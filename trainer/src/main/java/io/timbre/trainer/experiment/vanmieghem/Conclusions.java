package io.timbre.trainer.experiment.vanmieghem;

import io.timbre.trainer.experiment.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What this run's figures say of the thesis' and why they are reached or missed; nothing that they do not say.
 *
 * @param standings one a network of the thesis
 * @param recordings that the random split deals
 * @param segments of them
 * @param priorByArtist share of the largest class among the clips split by artist, percent
 */
record Conclusions(List<Standing> standings, long recordings, int segments, double priorByArtist) {

    Conclusions {
        standings = List.copyOf(standings);
    }

    Section section() {
        var paragraphs = new ArrayList<String>();
        paragraphs.add(standings.stream().map(Standing::inWords).collect(Collectors.joining("\n")));
        paragraphs.add(songs());
        paragraphs.add(fitting());
        paragraphs.add(material());
        paragraphs.add(best());
        return new Section.Text(
                "What came of it",
                paragraphs.stream().filter(text -> !text.isEmpty()).collect(Collectors.joining("\n\n")));
    }

    private String songs() {
        var lost = standings.stream().mapToDouble(Standing::lostBySong).summaryStatistics();
        long sure = standings.stream().filter(Standing::surelyLosesBySong).count();
        return String.format(
                Locale.ROOT,
                "**Known songs.** From the random split to one that keeps songs apart, %.1f to %.1f points go; in %d of %d networks the intervals do not touch%s.",
                lost.getMin(),
                lost.getMax(),
                sure,
                standings.size(),
                sure > 0 ? ": what goes there is known songs, and songs to learn from; artists stay known" : "");
    }

    private String fitting() {
        var sentences = new ArrayList<String>();
        var fitted = missed(Standing::isFitted);
        if (!fitted.isEmpty()) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "%s: at least as good on the training segments as the thesis is on its test, so that fitting is not what is missing, but what training segments tell of others of the same recordings.",
                    names(fitted)));
        }
        var unfitted = missed(standing -> !standing.isFitted());
        if (!unfitted.isEmpty()) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "%s: below the thesis' figure even on the training segments, at the epoch where the validation loss is least.",
                    names(unfitted)));
        }
        return sentences.isEmpty() ? "" : "**Where it is missed.** " + String.join(" ", sentences);
    }

    private String material() {
        return String.format(
                Locale.ROOT,
                "**Songs.** The thesis had songs of its own, whole. The random split here deals %d segments of %d recordings of 15 s.",
                segments,
                recordings);
    }

    private String best() {
        var best = standings.stream()
                .max(Comparator.comparingDouble(standing -> standing.byArtist().value()))
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                "**Honestly.** On artists that were never heard %s has most, %s, the largest of %d figures; always naming the largest genre gives %.1f %%, %s.",
                best.name(),
                best.byArtist().inWords(),
                standings.size(),
                priorByArtist,
                best.byArtist().low() > priorByArtist ? "below the interval" : "not below the interval");
    }

    private List<Standing> missed(Predicate<Standing> which) {
        return standings.stream()
                .filter(standing -> !standing.isReached())
                .filter(which)
                .toList();
    }

    private static String names(List<Standing> standings) {
        return standings.stream()
                .map(standing -> String.format(Locale.ROOT, "%s (%.1f %%)", standing.name(), standing.training()))
                .collect(Collectors.joining(", "));
    }
}
