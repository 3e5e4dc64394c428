package io.timbre.trainer.data;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Names of classes, and what somebody may have meant who mistyped one.
 *
 * <p>Two names are alike if they differ only in case and punctuation ({@code Hip-Hop}, {@code hiphop}), are known to mean
 * the same ({@code r&b}, {@code rnb}), or differ in one word that begins alike by one letter added, lost, changed or
 * swapped, in long words by two. {@code funk} and {@code punk}, {@code folk} and {@code rock}, {@code male} and {@code
 * female} are not.
 */
public final class ClassNames {

    private static final Map<String, String> SAME = Map.of(
            "rnb", "rb",
            "randb", "rb",
            "rhythmandblues", "rb",
            "rhythmblues", "rb",
            "dnb", "drumbass",
            "drumandbass", "drumbass",
            "drumnbass", "drumbass");
    private static final int SHORTEST_WORD = 4;
    private static final int LONG_WORD = 8;

    private ClassNames() {}

    /**
     * Where a class stands among others.
     *
     * @throws IllegalArgumentException if it does not, saying what may have been meant
     */
    public static int indexOf(String name, List<String> classes) {
        require(name, classes);
        return classes.indexOf(name);
    }

    /**
     * Refuses a class that is not among others.
     *
     * @throws IllegalArgumentException that says what may have been meant
     */
    static void require(String name, Collection<String> classes) {
        if (!classes.contains(name)) {
            var meant = alike(name, classes).map(other -> "; did you mean " + other + "?");
            throw new IllegalArgumentException(
                    "class must be one of " + String.join(", ", classes) + ": was " + name + meant.orElse(""));
        }
    }

    /**
     * Refuses classes of which two are equal or look like one mistyped.
     *
     * @throws IllegalArgumentException that names the two
     */
    static void requireDistinct(List<String> classes) {
        for (int i = 0; i < classes.size(); i++) {
            var name = classes.get(i);
            alike(name, classes.subList(0, i)).ifPresent(meant -> {
                throw new IllegalArgumentException("classes " + meant + " and " + name + " look like one: did you mean "
                        + meant + " for both? Merge them, or give one another name");
            });
        }
    }

    private static Optional<String> alike(String name, Collection<String> others) {
        return others.stream().filter(other -> areAlike(name, other)).findFirst();
    }

    static boolean areAlike(String one, String other) {
        if (plain(one).equals(plain(other))) {
            return true;
        }
        var words = words(one);
        var otherWords = words(other);
        if (words.length != otherWords.length) {
            return false;
        }
        int mistyped = 0;
        for (int i = 0; i < words.length; i++) {
            if (!words[i].equals(otherWords[i])) {
                mistyped += isMistyped(words[i], otherWords[i]) ? 1 : 2;
            }
        }
        return mistyped == 1;
    }

    private static String plain(String name) {
        var letters = String.join("", words(name));
        return SAME.getOrDefault(letters, letters);
    }

    private static String[] words(String name) {
        return name.toLowerCase(Locale.ROOT).strip().split("[^\\p{L}\\p{N}]+", -1);
    }

    private static boolean isMistyped(String word, String other) {
        int length = Math.max(word.length(), other.length());
        return length >= SHORTEST_WORD
                && word.regionMatches(0, other, 0, 1)
                && EditDistance.between(word, other) <= (length >= LONG_WORD ? 2 : 1);
    }
}
