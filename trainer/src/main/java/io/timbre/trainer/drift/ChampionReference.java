package io.timbre.trainer.drift;

import io.timbre.networks.model.Checkpoint;
import io.timbre.networks.model.ModelDescription;
import io.timbre.networks.model.ReferencePredictions;
import io.timbre.networks.model.TrackPrediction;
import io.timbre.schemas.avro.ModelRelease;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * How a model's classifications are observed, and what it said of its frozen test.
 *
 * @param model its version
 * @param test with the observer that it was observed by; nothing where the model's checkpoint does not keep it
 */
record ChampionReference(String model, List<String> classes, Optional<Test> test) {
    /** Name of the baseline that every model brings along. */
    static final String NAME = "champion";

    /** A model's own baseline. */
    record Test(Observer observer, Baseline baseline) {}

    /** A model of which nothing is known but what its release says. */
    static ChampionReference of(ModelRelease release) {
        return new ChampionReference(release.getModel(), release.getGenres(), Optional.empty());
    }

    static ChampionReference of(Checkpoint checkpoint) {
        return of(checkpoint.description(), checkpoint.reference());
    }

    static ChampionReference of(ModelDescription model, Optional<ReferencePredictions> reference) {
        return new ChampionReference(
                model.version(),
                model.classes(),
                reference
                        .filter(predictions -> predictions.tracks() >= Baseline.SMALLEST)
                        .map(predictions -> test(model, predictions)));
    }

    private static Test test(ModelDescription model, ReferencePredictions predictions) {
        var observer = Observer.of(model.version(), model.classes(), predictions.embeddings());
        var observations = new ArrayList<Observation>();
        int right = 0;
        for (int track = 0; track < predictions.tracks(); track++) {
            var posteriors = predictions.posteriors()[track];
            int best = best(posteriors);
            right += best == predictions.labels()[track] ? 1 : 0;
            var genre = posteriors[best] < model.calibration().unknownBelow()
                    ? TrackPrediction.UNKNOWN
                    : model.classes().get(best);
            observations.add(observer.observe(
                    "test-" + track, genre, posteriors, predictions.embeddings()[track]));
        }
        return new Test(observer, Baseline.of(NAME, observer, observations, (double) right / predictions.tracks()));
    }

    private static int best(float[] posteriors) {
        int best = 0;
        for (int genre = 1; genre < posteriors.length; genre++) {
            best = posteriors[genre] > posteriors[best] ? genre : best;
        }
        return best;
    }

    /** @param embeddingLength how many numbers an embedding of this model has */
    Observer observer(int embeddingLength) {
        return test.map(Test::observer).orElseGet(() -> Observer.ofUnitVectors(model, classes, embeddingLength));
    }

    /** The class of the largest of these posteriors. */
    String mostProbable(List<Float> posteriors) {
        return classes.get(posteriors.indexOf(Collections.max(posteriors)));
    }

    /** The model's classes, and unknown. */
    int genres() {
        return classes.size() + 1;
    }
}
