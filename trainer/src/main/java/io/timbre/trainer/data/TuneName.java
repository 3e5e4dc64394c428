package io.timbre.trainer.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whose tune a MIDI file plays and which, read from its name: {@code autumn_leaves_pt_dm.mid} and {@code
 * autumn_leaves-1945-kar_jpp.mid} are both {@code "autumn leaves"}.
 *
 * <p>A guess made to err on the side of one tune too few: two tunes taken for one cost a split some freedom, one taken
 * for two lets it leak.
 *
 * @param artist the first of several, in lower case; nothing where names do not begin with one
 * @param title in lower case, without article, arranger and kind of arrangement; nothing where names hold none
 */
record TuneName(Optional<String> artist, Optional<String> title) {

    /** Files that are only numbered, such as {@code dance57} and {@code jazz (79)}. */
    private static final String NUMBERED = "di01096";

    private static final String BY_ARTIST = "cjnolet";
    /** Genres of {@code bsubedi26} whose files are called artist-title, where its others are called title-anything. */
    private static final List<String> ARTIST_FIRST = List.of("blues", "contemporary", "misc");

    private static final Pattern OTHER_ARTISTS = Pattern.compile(" (&|vs\\.?|ft\\.?|feat\\.?) .*");
    /** Who made the arrangement: {@code _dm}, {@code _bb2}. */
    private static final Pattern INITIALS = Pattern.compile("[a-z]{1,3}[0-9]?");
    /** What kind of arrangement it is: karaoke, piano trio, organ, a version, a year. */
    private static final Pattern REMARK = Pattern.compile("kar|pt|org|rev|(v|vs|rv|r)?[0-9]+s?");

    static TuneName of(String collection, String genre, String fileName) {
        if (collection.equals(NUMBERED)) {
            return new TuneName(Optional.empty(), Optional.empty());
        }
        var stem = fileName.replaceFirst("\\.[^.]*$", "").toLowerCase(Locale.ROOT);
        var dash = stem.contains(" - ") ? " - " : "-";
        int end = stem.indexOf(dash);
        boolean artistFirst = collection.equals(BY_ARTIST) || ARTIST_FIRST.contains(genre);
        if (end < 0) {
            return new TuneName(Optional.empty(), title(stem, !artistFirst));
        }
        var first = stem.substring(0, end);
        return artistFirst
                ? new TuneName(artist(first), title(stem.substring(end + dash.length()), false))
                : new TuneName(Optional.empty(), title(first, false));
    }

    /** An artist's name in the same form, from wherever it comes. */
    static Optional<String> artist(String name) {
        var first = OTHER_ARTISTS.matcher(name.toLowerCase(Locale.ROOT)).replaceFirst("");
        return joined(words(first));
    }

    private static Optional<String> title(String name, boolean endsInInitials) {
        var words = words(name);
        if (endsInInitials && ends(words, INITIALS)) {
            words.removeLast();
        }
        while (ends(words, REMARK)) {
            words.removeLast();
        }
        return joined(words);
    }

    private static ArrayList<String> words(String name) {
        var words = new ArrayList<String>();
        for (var word : name.replace("'", "").split("[^a-z0-9]+")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        if (words.size() > 1 && List.of("the", "a", "an").contains(words.getFirst())) {
            words.removeFirst();
        }
        return words;
    }

    private static Optional<String> joined(List<String> words) {
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", words));
    }

    private static boolean ends(List<String> words, Pattern pattern) {
        return words.size() > 1 && pattern.matcher(words.getLast()).matches();
    }
}
