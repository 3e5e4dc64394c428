package io.timbre.trainer.drift;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What is taken for normal: a named sample of one model's classifications. It is kept as observations, not as shares alone,
 * so that windows can be simulated from it.
 *
 * @param genres the observer's, unknown included
 * @param observations of different tracks, independent of each other
 * @param accuracy share of them whose most probable class is right; empty where nobody knows
 */
public record Baseline(
        String name, String model, List<String> genres, List<Observation> observations, OptionalDouble accuracy) {

    /** More than that would say little that is new, and cost time and memory. */
    public static final int LARGEST = 2000;

    /** Of fewer the tails of a simulated window would be invented. */
    public static final int SMALLEST = 100;

    public Baseline {
        if (observations.size() < SMALLEST || observations.size() > LARGEST) {
            throw new IllegalArgumentException("a baseline must hold " + SMALLEST + " to " + LARGEST
                    + " observations: held " + observations.size());
        }
        genres = List.copyOf(genres);
        observations = List.copyOf(observations);
    }

    /**
     * A baseline whose accuracy nobody knows, such as a past window. Of more than {@link #LARGEST} a random sample is kept,
     * always the same.
     *
     * @throws IllegalArgumentException if there are fewer than {@link #SMALLEST}
     */
    public static Baseline of(String name, Observer observer, List<Observation> observations) {
        return new Baseline(name, observer.model(), observer.genres(), sample(observations), OptionalDouble.empty());
    }

    /**
     * A baseline of tracks whose genres are known, such as a model's test.
     *
     * @param accuracy share of the observations whose most probable class is right
     */
    public static Baseline of(String name, Observer observer, List<Observation> observations, double accuracy) {
        return new Baseline(
                name, observer.model(), observer.genres(), sample(observations), OptionalDouble.of(accuracy));
    }

    Sketch sketch() {
        return Sketch.of(genres.size(), observations);
    }

    private static List<Observation> sample(List<Observation> observations) {
        // ids need not be hashes already: those of a test may be file names that begin with the genre
        return observations.size() <= LARGEST
                ? observations
                : observations.stream()
                        .sorted(Comparator.comparing(observation -> hash(observation.trackId())))
                        .limit(LARGEST)
                        .toList();
    }

    private static String hash(String id) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
