package io.timbre.explain.counterfactual;

import io.timbre.explain.subject.ExplainedModel;
import io.timbre.networks.model.Softmax;
import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The genre that a track is to become. How far off it is: the squared differences between the posteriors of each of its
 * segments and those of a segment that is surely of that genre.
 */
record Aim(ExplainedModel model, int genre) {

    /**
     * The genre that was asked for, else the second most likely.
     *
     * @throws RejectedException if the model knows no such genre, or the track is of it already
     */
    static Aim of(ExplainedModel model, Standing standing, Optional<String> asked) {
        int genre = asked.map(model::indexOf).orElseGet(() -> standing.bestBut(standing.best()));
        if (standing.is(genre)) {
            throw new RejectedException(
                    Reason.ALREADY_THAT_GENRE,
                    "the track is " + standing.genre()
                            + " already; ask what would make it another genre, of which there are: "
                            + String.join(", ", model.classes()));
        }
        return new Aim(model, genre);
    }

    String name() {
        return model.classes().get(genre);
    }

    /**
     * The gradient of the distance at the logits, through the softmax.
     *
     * @param logits a row a segment
     */
    float[][] slopes(float[][] logits) {
        return Stream.of(logits).map(this::slopes).toArray(float[][]::new);
    }

    private float[] slopes(float... logits) {
        double temperature = model.description().calibration().temperature();
        var posteriors = Softmax.posteriors(logits, temperature);
        double mean = 0;
        for (int i = 0; i < posteriors.length; i++) {
            mean += posteriors[i] * difference(posteriors, i);
        }
        var slopes = new float[posteriors.length];
        for (int i = 0; i < posteriors.length; i++) {
            slopes[i] = (float) (2 / temperature * posteriors[i] * (difference(posteriors, i) - mean));
        }
        return slopes;
    }

    private double difference(float[] posteriors, int i) {
        return posteriors[i] - (i == genre ? 1 : 0);
    }
}
