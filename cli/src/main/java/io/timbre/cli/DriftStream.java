package io.timbre.cli;

import io.timbre.trainer.drift.Baseline;
import io.timbre.trainer.drift.Observation;
import io.timbre.trainer.drift.Observer;
import io.timbre.trainer.drift.Sketch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Made-up classifications of ten genres, drawn from some thousands: embeddings scatter about their genre's as much as genres
 * lie apart.
 */
final class DriftStream {
    private static final List<String> CLASSES =
            IntStream.range(0, 10).mapToObj(genre -> "genre-" + genre).toList();
    private static final double[] SHARES = {.21, .15, .13, .11, .1, .09, .08, .07, .04, .02};
    private static final double TEN_POINTS = .1;
    private static final int EMBEDDING_LENGTH = 64;
    private static final int TRACKS_OF_A_GENRE = 500;
    private static final Observer OBSERVER = Observer.ofUnitVectors("made-up", CLASSES, EMBEDDING_LENGTH);

    private final List<List<Observation>> genres;
    private final double[] shares;
    private final SplittableRandom random;

    private DriftStream(List<List<Observation>> genres, double[] shares, SplittableRandom random) {
        this.genres = genres;
        this.shares = shares;
        this.random = random;
    }

    static DriftStream of(long seed) {
        var random = new SplittableRandom(seed);
        var genres = IntStream.range(0, CLASSES.size())
                .mapToObj(genre -> tracks(genre, random))
                .toList();
        return new DriftStream(genres, SHARES, random);
    }

    /** The same, but for ten points of the largest genre, which go to one of 9 %. */
    DriftStream movingFromOne() {
        var moved = shares.clone();
        moved[0] -= TEN_POINTS;
        moved[5] += TEN_POINTS;
        return new DriftStream(genres, moved, random);
    }

    /** The same, but for ten points that a genre of 9 % gains at the expense of all others alike. */
    DriftStream gainingFromAll() {
        var moved = Arrays.stream(shares)
                .map(share -> share * (1 - shares[5] - TEN_POINTS) / (1 - shares[5]))
                .toArray();
        moved[5] = shares[5] + TEN_POINTS;
        return new DriftStream(genres, moved, random);
    }

    Observation next() {
        double left = random.nextDouble();
        int genre = 0;
        while (genre < shares.length - 1 && left >= shares[genre]) {
            left -= shares[genre++];
        }
        return genres.get(genre).get(random.nextInt(TRACKS_OF_A_GENRE));
    }

    List<Observation> next(int count) {
        return Stream.generate(this::next).limit(count).toList();
    }

    Sketch window(int tracks) {
        var sketch = Sketch.empty(OBSERVER.genres().size());
        next(tracks).forEach(sketch::add);
        return sketch;
    }

    Baseline baseline(int tracks) {
        return Baseline.of("normal", OBSERVER, next(tracks));
    }

    private static List<Observation> tracks(int genre, SplittableRandom random) {
        var centre = gaussian(random, EMBEDDING_LENGTH);
        var tracks = new ArrayList<Observation>();
        for (int i = 0; i < TRACKS_OF_A_GENRE; i++) {
            var embedding = gaussian(random, EMBEDDING_LENGTH);
            Arrays.setAll(embedding, k -> embedding[k] + centre[k]);
            var evidence = gaussian(random, CLASSES.size());
            evidence[genre] += 2.3;
            Arrays.setAll(evidence, k -> Math.exp(evidence[k]));
            tracks.add(OBSERVER.observe(
                    genre + "-" + i,
                    CLASSES.get(genre),
                    divided(evidence, Arrays.stream(evidence).sum()),
                    divided(
                            embedding,
                            Math.sqrt(Arrays.stream(embedding).map(v -> v * v).sum()))));
        }
        return tracks;
    }

    private static double[] gaussian(SplittableRandom random, int count) {
        var values = new double[count];
        Arrays.setAll(values, i -> random.nextGaussian());
        return values;
    }

    private static float[] divided(double[] values, double by) {
        var divided = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            divided[i] = (float) (values[i] / by);
        }
        return divided;
    }
}
