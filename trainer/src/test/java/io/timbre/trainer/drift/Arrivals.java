package io.timbre.trainer.drift;

import io.timbre.networks.model.ModelDescription;
import io.timbre.networks.model.ModelDescription.Calibration;
import io.timbre.networks.model.ModelDescription.Evaluation;
import io.timbre.networks.model.ModelDescription.FrontEnd;
import io.timbre.networks.model.ModelDescription.Parameters;
import io.timbre.networks.model.ModelDescription.Training;
import io.timbre.networks.model.ReferencePredictions;
import io.timbre.networks.model.TrackPrediction;
import io.timbre.schemas.TrackIds;
import io.timbre.schemas.avro.TrackClassification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Made-up classifications by a model of four genres: drawn by their shares, with confidences and embeddings that hang on
 * the genre, always the same for one seed.
 */
final class Arrivals {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    static final List<String> GENRES = List.of("blues", "jazz", "metal", "pop");
    static final double[] EVEN = {0.25, 0.25, 0.25, 0.25};

    private static final double UNKNOWN_BELOW = 0.45;
    private static final int EMBEDDING = 8;
    private static final int TEST_TRACKS = 1000;

    private final Random random;
    private int drawn;

    Arrivals(long seed) {
        this.random = new Random(seed);
    }

    /** The model that says so, with what it said of a test of even shares. */
    static ChampionReference champion(String version) {
        var arrivals = new Arrivals(1);
        var posteriors = new float[TEST_TRACKS][];
        var embeddings = new float[TEST_TRACKS][];
        var labels = new int[TEST_TRACKS];
        for (int i = 0; i < TEST_TRACKS; i++) {
            labels[i] = arrivals.genre(EVEN);
            posteriors[i] = arrivals.posteriors(labels[i]);
            embeddings[i] = arrivals.embedding(labels[i]);
        }
        return ChampionReference.of(
                model(version), Optional.of(new ReferencePredictions("made up", posteriors, embeddings, labels)));
    }

    static ModelDescription model(String version) {
        var evaluation = new Evaluation("nowhere", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of(), List.of());
        return new ModelDescription(
                version,
                "tiny",
                GENRES,
                new FrontEnd("log-mel", "print-1", List.of(2, 1)),
                new Calibration(1, UNKNOWN_BELOW),
                new Parameters("tiny.params", "", 0),
                evaluation,
                evaluation,
                new Training("nothing", Map.of(), Map.of(), "none"));
    }

    /** A new track. @param shares of the genres, summing to 1 */
    TrackClassification next(String model, @Nullable String source, Instant acceptedAt, double... shares) {
        int genre = genre(shares);
        var posteriors = posteriors(genre);
        var id = TrackIds.derived("track", random.nextLong() + "/" + drawn++);
        return TrackClassification.newBuilder()
                .setClassificationId(TrackIds.derived(id, model, "print-1"))
                .setTrackId(id)
                .setGenre(posteriors[genre] < UNKNOWN_BELOW ? TrackPrediction.UNKNOWN : GENRES.get(genre))
                .setConfidence(posteriors[genre])
                .setGenres(GENRES)
                .setPosteriors(list(posteriors))
                .setSegments(List.of())
                .setEmbedding(list(embedding(genre)))
                .setModel(model)
                .setFrontEnd("log-mel")
                .setFingerprint("print-1")
                .setDurationSeconds(30)
                .setSource(source)
                .setAcceptedAt(acceptedAt)
                .setFeaturesAt(acceptedAt)
                .setClassifiedAt(acceptedAt)
                .build();
    }

    private int genre(double... shares) {
        double left = random.nextDouble();
        int genre = 0;
        while (genre < shares.length - 1 && left >= shares[genre]) {
            left -= shares[genre++];
        }
        return genre;
    }

    /** The genre's lies between 0.4 and 0.95, the others share the rest. */
    private float[] posteriors(int genre) {
        float sure = 0.4f + 0.55f * random.nextFloat();
        var posteriors = new float[GENRES.size()];
        java.util.Arrays.fill(posteriors, (1 - sure) / (GENRES.size() - 1));
        posteriors[genre] = sure;
        return posteriors;
    }

    private float[] embedding(int genre) {
        var embedding = new float[EMBEDDING];
        double squares = 0;
        for (int i = 0; i < EMBEDDING; i++) {
            embedding[i] = (float) (0.3 * random.nextGaussian() + (i == genre ? 1 : 0));
            squares += embedding[i] * embedding[i];
        }
        for (int i = 0; i < EMBEDDING; i++) {
            embedding[i] /= (float) Math.sqrt(squares);
        }
        return embedding;
    }

    private static List<Float> list(float... values) {
        var list = new ArrayList<Float>();
        for (float value : values) {
            list.add(value);
        }
        return list;
    }
}
