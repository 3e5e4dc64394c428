package io.timbre.trainer.drift;

import io.timbre.networks.model.TrackPrediction;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes observations of one model's classifications. Those of two models do not compare: their embeddings are of different
 * spaces.
 *
 * @param genres the model's classes and then {@code unknown}
 */
public record Observer(String model, List<String> genres, FourierFeatures features) {

    public Observer {
        genres = List.copyOf(genres);
    }

    /**
     * An observer whose kernel is as wide as the model's reference embeddings are apart; the same for the same embeddings.
     *
     * @throws IllegalArgumentException as {@link FourierFeatures#asWideAs}
     */
    public static Observer of(String model, List<String> classes, float[][] referenceEmbeddings) {
        return new Observer(model, withUnknown(classes), FourierFeatures.asWideAs(referenceEmbeddings));
    }

    /**
     * An observer of a model without reference predictions. Its embeddings have length 1, so 1 is about their distance: two
     * at right angles are 1.4 apart.
     */
    public static Observer ofUnitVectors(String model, List<String> classes, int embeddingLength) {
        return new Observer(model, withUnknown(classes), FourierFeatures.of(embeddingLength, 1));
    }

    /**
     * One classification, observed.
     *
     * @param genre as published: one of the genres, {@code unknown} included
     * @param posteriors in the order of the classes
     * @throws IllegalArgumentException if the genre is none of these, or a length is another
     */
    public Observation observe(String trackId, String genre, float[] posteriors, float[] embedding) {
        int place = genres.indexOf(genre);
        if (place < 0) {
            throw new IllegalArgumentException("genre must be one of " + genres + ": was " + genre);
        }
        if (posteriors.length != genres.size() - 1) {
            throw new IllegalArgumentException(
                    "there must be " + (genres.size() - 1) + " posteriors: were " + posteriors.length);
        }
        return new Observation(
                trackId, place, largest(posteriors), relativeEntropy(posteriors), features.of(embedding));
    }

    private static float largest(float[] posteriors) {
        float largest = 0;
        for (float posterior : posteriors) {
            largest = Math.max(largest, posterior);
        }
        // a softmax in single precision may exceed 1 by a bit
        return Math.min(largest, 1);
    }

    private static float relativeEntropy(float[] posteriors) {
        double nats = 0;
        for (float posterior : posteriors) {
            nats -= posterior > 0 ? posterior * Math.log(posterior) : 0;
        }
        return (float) Math.clamp(nats / Math.log(posteriors.length), 0, 1);
    }

    private static List<String> withUnknown(List<String> classes) {
        return Stream.concat(classes.stream(), Stream.of(TrackPrediction.UNKNOWN))
                .toList();
    }
}
