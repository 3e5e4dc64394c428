package io.timbre.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The genres that models tell apart, and the other names that each goes by: {@code Hip-Hop}, {@code hip hop} and {@code
 * rap} are {@code hiphop}. What is not in it is no error: somebody knows a genre that no model learns.
 */
public final class Taxonomy {
    private static final String RESOURCE = "genres.txt";
    private static final Pattern MARKS_AND_PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<String> genres;
    private final Map<String, String> genreByKey;

    private Taxonomy(List<String> genres, Map<String, String> genreByKey) {
        this.genres = List.copyOf(genres);
        this.genreByKey = Map.copyOf(genreByKey);
    }

    /** The one that ships with Timbre: GTZAN's ten genres. */
    public static Taxonomy shipped() {
        try (var resource = Objects.requireNonNull(Taxonomy.class.getResourceAsStream(RESOURCE))) {
            return of(new String(resource.readAllBytes(), UTF_8).lines());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    /**
     * @param lines {@code genre: alias, alias}; blank lines and those that begin with {@code #} are passed over
     * @throws IllegalArgumentException if two genres go by one name
     */
    static Taxonomy of(Stream<String> lines) {
        var genres = new ArrayList<String>();
        var genreByKey = new HashMap<String, String>();
        lines.filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            var parts = line.split(":", 2);
            var genre = parts[0].strip();
            genres.add(genre);
            var aliases = parts.length == 2 ? Stream.of(parts[1].split(",")) : Stream.<String>of();
            Stream.concat(Stream.of(genre), aliases).forEach(name -> add(name, genre, genreByKey));
        });
        return new Taxonomy(genres, genreByKey);
    }

    private static void add(String name, String genre, Map<String, String> genreByKey) {
        var other = genreByKey.putIfAbsent(key(name), genre);
        if (other != null && !other.equals(genre)) {
            throw new IllegalArgumentException(name.strip() + " must name one genre: was " + other + " and " + genre);
        }
    }

    /** Canonical spellings, in the order of the models' classes. */
    public List<String> genres() {
        return genres;
    }

    /** The genre that a spelling means, or empty if models learn none that goes by it. */
    public Optional<String> canonical(String spelling) {
        return Optional.ofNullable(genreByKey.get(key(spelling)));
    }

    /** Equal for spellings that differ only in case, accents, spaces and punctuation. */
    public static String key(String spelling) {
        var decomposed = Normalizer.normalize(spelling, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return MARKS_AND_PUNCTUATION.matcher(decomposed.replace("&", "and")).replaceAll("");
    }
}
