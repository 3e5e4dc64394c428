package io.timbre.trainer.drift;

import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Summary of a window's observations, of a size that does not grow with them: how many there are of each genre, sums and
 * histograms of confidence and entropy, the sum of the embeddings' features, and three tracks of each genre.
 *
 * <p>All numbers are whole ones, so {@link #plus} is commutative and associative to the last bit: panes may be added in any
 * order, before or after a restart.
 *
 * <p>The three tracks are those of the lowest ids. Ids are hashes of what was uploaded, so these are a random sample, and
 * always the same.
 */
public final class Sketch {

    private static final int EXEMPLARS = 3;
    private static final int NUMBERS_WITHOUT_GENRES = 2 * ShareHistogram.NUMBERS + Observation.FEATURES;

    private final long[] counts;
    private final ShareHistogram confidences = new ShareHistogram();
    private final ShareHistogram entropies = new ShareHistogram();
    private final long[] fourier = new long[Observation.FEATURES];
    private final List<TreeSet<String>> exemplars;

    private Sketch(int genres) {
        this.counts = new long[genres];
        this.exemplars = Stream.generate(TreeSet<String>::new).limit(genres).toList();
    }

    /**
     * A summary of nothing.
     *
     * @param genres how many there are, unknown included
     */
    public static Sketch empty(int genres) {
        return new Sketch(genres);
    }

    /** A summary of these. */
    static Sketch of(int genres, Iterable<Observation> observations) {
        var sketch = empty(genres);
        observations.forEach(sketch::add);
        return sketch;
    }

    /** What {@link #stored} gave. */
    public static Sketch of(Stored stored) {
        var sketch = empty(stored.exemplars().size());
        int expected = sketch.counts.length + NUMBERS_WITHOUT_GENRES;
        if (stored.numbers().length != expected) {
            throw new IllegalArgumentException("a sketch of " + sketch.counts.length + " genres must hold " + expected
                    + " numbers: held " + stored.numbers().length);
        }
        var numbers = LongBuffer.wrap(stored.numbers());
        numbers.get(sketch.counts);
        sketch.confidences.read(numbers);
        sketch.entropies.read(numbers);
        numbers.get(sketch.fourier);
        sketch.keep(stored.exemplars());
        return sketch;
    }

    /** @throws IllegalArgumentException if its genre is none of the sketch's */
    public void add(Observation observation) {
        if (observation.genre() >= counts.length) {
            throw new IllegalArgumentException("genre must be < " + counts.length + ": was " + observation.genre());
        }
        count(observation);
        keep(observation.genre(), observation.trackId());
    }

    /** All but the exemplars, which no distance asks for. */
    void count(Observation observation) {
        counts[observation.genre()]++;
        confidences.add(observation.confidence());
        entropies.add(observation.entropy());
        var features = observation.fourier();
        for (int i = 0; i < Observation.FEATURES; i++) {
            fourier[i] += features[i];
        }
    }

    /** Forgets what was counted, the exemplars excepted. */
    void clear() {
        Arrays.fill(counts, 0);
        confidences.clear();
        entropies.clear();
        Arrays.fill(fourier, 0);
    }

    /** A summary of what both have seen. */
    public Sketch plus(Sketch other) {
        if (other.counts.length != counts.length) {
            throw new IllegalArgumentException(
                    "both must know " + counts.length + " genres: the other knows " + other.counts.length);
        }
        var both = of(stored());
        Arrays.setAll(both.counts, i -> counts[i] + other.counts[i]);
        both.confidences.add(other.confidences);
        both.entropies.add(other.entropies);
        Arrays.setAll(both.fourier, i -> fourier[i] + other.fourier[i]);
        both.keep(other.exemplars);
        return both;
    }

    public long tracks() {
        return Arrays.stream(counts).sum();
    }

    /** Tracks of each genre; not a copy. */
    long[] counts() {
        return counts;
    }

    ShareHistogram confidences() {
        return confidences;
    }

    ShareHistogram entropies() {
        return entropies;
    }

    double meanConfidence() {
        return confidences.sum() / tracks();
    }

    double meanEntropy() {
        return entropies.sum() / tracks();
    }

    /** Mean of the embeddings' Fourier features, divided by the root of the projections: a point whose distances are MMDs. */
    double[] embeddingMean() {
        double unit = Observation.FOURIER_UNIT / Math.sqrt(FourierFeatures.PROJECTIONS) / tracks();
        return Arrays.stream(fourier).mapToDouble(sum -> sum * unit).toArray();
    }

    /** At most three tracks of a genre. */
    List<String> exemplars(int genre) {
        return List.copyOf(exemplars.get(genre));
    }

    /** In a form to write down, from which {@link #of} makes the same sketch. */
    public Stored stored() {
        var numbers = LongBuffer.allocate(counts.length + NUMBERS_WITHOUT_GENRES);
        numbers.put(counts);
        confidences.write(numbers);
        entropies.write(numbers);
        numbers.put(fourier);
        return new Stored(numbers.array(), exemplars.stream().map(List::copyOf).toList());
    }

    private void keep(List<? extends Iterable<String>> tracksOfGenres) {
        for (int genre = 0; genre < counts.length; genre++) {
            for (var track : tracksOfGenres.get(genre)) {
                keep(genre, track);
            }
        }
    }

    private void keep(int genre, String track) {
        var kept = exemplars.get(genre);
        kept.add(track);
        if (kept.size() > EXEMPLARS) {
            kept.pollLast();
        }
    }

    /**
     * A sketch as it is written down.
     *
     * @param numbers how many tracks of each genre; 64 bins and the sum of the confidences, in units of 2^-24; the same of the
     *     entropies; the sums of the embeddings' features
     * @param exemplars at most three track ids of each genre, lowest first
     */
    public record Stored(long[] numbers, List<List<String>> exemplars) {
        public Stored {
            exemplars = exemplars.stream().map(List::copyOf).toList();
        }
    }
}
