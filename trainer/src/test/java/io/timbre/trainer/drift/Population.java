package io.timbre.trainer.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Ten made-up genres and unknown, as a model with 60 % of confidence on average sees them: embeddings scatter about their
 * genre's as much as genres lie apart, and a track of which the model is unsure is unknown.
 */
final class Population {

    static final List<String> CLASSES =
            IntStream.range(0, 10).mapToObj(genre -> "genre-" + genre).toList();
    static final int GENRES = CLASSES.size() + 1;
    /** Shares of 1.9 to 19 %, and 2 % of unknown. */
    static final double[] UNEVEN = {.2, .15, .13, .11, .1, .09, .08, .06, .04, .02, .02};
    /** Ten of 9.7 %, and 3 % of unknown. */
    static final double[] EVEN = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, .3};
    /** From one half to one in two thousand. */
    static final double[] RARE = {.5, .3, .1, .05, .03, .01, .005, .003, .001, .0005, .0005};

    private static final int EMBEDDING_LENGTH = 32;
    private static final int TRACKS_OF_A_GENRE = 1000;
    private static final double UNKNOWN_BELOW = 0.22;

    private static final Observer OBSERVER = Observer.ofUnitVectors("a-model", CLASSES, EMBEDDING_LENGTH);
    private static final List<List<Observation>> TRACKS = tracks();

    private final double[] shares;
    private final SplittableRandom random;

    private Population(double[] shares, SplittableRandom random) {
        this.shares = shares;
        this.random = random;
    }

    static Population of(double[] shares, long seed) {
        double all = Arrays.stream(shares).sum();
        return new Population(Arrays.stream(shares).map(share -> share / all).toArray(), new SplittableRandom(seed));
    }

    /** The same, but of this share of all tracks of one genre to another. */
    Population moving(double share, int from, int to) {
        var moved = shares.clone();
        moved[from] -= share;
        moved[to] += share;
        return new Population(moved, random);
    }

    /** The same, but for one genre that gains this share, at the expense of all others alike. */
    Population gaining(double share, int genre) {
        double others = (1 - shares[genre] - share) / (1 - shares[genre]);
        var moved = Arrays.stream(shares).map(old -> old * others).toArray();
        moved[genre] = shares[genre] + share;
        return new Population(moved, random);
    }

    Observation track() {
        double left = random.nextDouble();
        int genre = 0;
        while (genre < GENRES - 1 && left >= shares[genre]) {
            left -= shares[genre++];
        }
        var tracks = TRACKS.get(genre);
        return tracks.get(random.nextInt(tracks.size()));
    }

    Sketch window(int tracks) {
        return Sketch.of(GENRES, tracks(tracks));
    }

    Baseline baseline(int tracks) {
        return Baseline.of("normal", OBSERVER, tracks(tracks));
    }

    List<Observation> tracks(int count) {
        return Stream.generate(this::track).limit(count).toList();
    }

    private static List<List<Observation>> tracks() {
        var random = new SplittableRandom(1);
        var tracks = Stream.generate(() -> (List<Observation>) new ArrayList<Observation>())
                .limit(GENRES)
                .toList();
        var genres =
                Stream.generate(() -> gaussian(random)).limit(CLASSES.size()).toList();
        for (int made = 0; tracks.stream().anyMatch(some -> some.size() < TRACKS_OF_A_GENRE); made++) {
            int genre = made % CLASSES.size();
            var posteriors = posteriors(genre, random);
            int best = IntStream.range(0, posteriors.length)
                    .reduce((a, b) -> posteriors[a] >= posteriors[b] ? a : b)
                    .orElseThrow();
            boolean unknown = posteriors[best] < UNKNOWN_BELOW;
            var some = tracks.get(unknown ? GENRES - 1 : best);
            if (some.size() < TRACKS_OF_A_GENRE) {
                some.add(OBSERVER.observe(
                        "track-" + made,
                        unknown ? "unknown" : CLASSES.get(best),
                        posteriors,
                        near(genres.get(genre), random)));
            }
        }
        return tracks;
    }

    private static float[] posteriors(int genre, SplittableRandom random) {
        var weights = new double[CLASSES.size()];
        Arrays.setAll(weights, i -> Math.exp(random.nextGaussian() + (i == genre ? 2.3 : 0)));
        double all = Arrays.stream(weights).sum();
        var posteriors = new float[weights.length];
        for (int i = 0; i < weights.length; i++) {
            posteriors[i] = (float) (weights[i] / all);
        }
        return posteriors;
    }

    private static float[] near(double[] centre, SplittableRandom random) {
        var noise = gaussian(random);
        var embedding = new float[EMBEDDING_LENGTH];
        for (int i = 0; i < EMBEDDING_LENGTH; i++) {
            embedding[i] = (float) (centre[i] + noise[i]);
        }
        double length = Math.sqrt(IntStream.range(0, EMBEDDING_LENGTH)
                .mapToDouble(i -> embedding[i] * embedding[i])
                .sum());
        for (int i = 0; i < EMBEDDING_LENGTH; i++) {
            embedding[i] /= (float) length;
        }
        return embedding;
    }

    private static double[] gaussian(SplittableRandom random) {
        return Stream.generate(random::nextGaussian)
                .limit(EMBEDDING_LENGTH)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
