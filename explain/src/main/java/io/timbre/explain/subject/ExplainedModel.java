package io.timbre.explain.subject;

import io.timbre.networks.engine.Placement;
import io.timbre.networks.gradient.DifferentiableModel;
import io.timbre.networks.model.Checkpoint;
import io.timbre.networks.model.ClassLogits;
import io.timbre.networks.model.ModelDescription;
import io.timbre.networks.model.Softmax;
import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** A trained model by its classes: their {@link ClassLogits} and posteriors, and what these hang on. */
public final class ExplainedModel implements AutoCloseable {

    private final ModelDescription description;
    private final DifferentiableModel network;

    private ExplainedModel(ModelDescription description, DifferentiableModel network) {
        this.description = description;
        this.network = network;
    }

    /**
     * A copy of its own.
     *
     * @throws IllegalArgumentException if the model is one that cannot be explained, or the engine gives no gradients
     */
    public static ExplainedModel of(Checkpoint checkpoint, Placement placement) {
        return of(
                checkpoint.description(),
                DifferentiableModel.of(checkpoint.network(), checkpoint.parameters(), placement));
    }

    /** Of a network that is in no checkpoint, with what there is to say of it; owns the network. */
    public static ExplainedModel of(ModelDescription description, DifferentiableModel network) {
        return new ExplainedModel(description, network);
    }

    public ModelDescription description() {
        return description;
    }

    /** The network without the meaning of its logits. */
    public DifferentiableModel network() {
        return network;
    }

    /** The genres, in the order of logits and posteriors. */
    public List<String> classes() {
        return description.classes();
    }

    /** @throws RejectedException if the model knows no such genre */
    public int indexOf(String genre) {
        int index = classes().indexOf(genre);
        if (index < 0) {
            throw new RejectedException(
                    Reason.UNKNOWN_GENRE,
                    description.version() + " knows no genre " + genre + "; it knows: " + String.join(", ", classes()));
        }
        return index;
    }

    /** A logit a class, of each input. */
    public float[][] logits(List<float[]> inputs) {
        return Stream.of(network.logits(inputs)).map(ClassLogits::of).toArray(float[][]::new);
    }

    /** Calibrated posteriors, one a class, of each input: what classifications carry. */
    public float[][] posteriors(List<float[]> inputs) {
        return Stream.of(logits(inputs))
                .map(logits ->
                        Softmax.posteriors(logits, description.calibration().temperature()))
                .toArray(float[][]::new);
    }

    /** The posteriors of a track: the mean of its inputs'. */
    public float[] trackPosteriors(List<float[]> inputs) {
        return Softmax.mean(posteriors(inputs));
    }

    /** The gradient of a class's logit at each input, in logits per unit of the input. */
    public float[][] logitGradients(List<float[]> inputs, int index) {
        var weights = new float[classes().size()];
        weights[index] = 1;
        return gradients(inputs, Collections.nCopies(inputs.size(), weights).toArray(float[][]::new));
    }

    /**
     * The gradient, at each input, of the sum of its classes' logits weighted by its row of weights.
     *
     * @param weights one row an input, one weight a class
     */
    public float[][] gradients(List<float[]> inputs, float[][] weights) {
        return network.gradients(
                inputs,
                Stream.of(weights)
                        .map(row -> ClassLogits.weights(network.network(), row))
                        .toArray(float[][]::new));
    }

    /** The same model with its last learnt layers forgotten, see {@link DifferentiableModel#randomised}. */
    public ExplainedModel randomised(int layers, long seed) {
        return new ExplainedModel(description, network.randomised(layers, seed));
    }

    @Override
    public void close() {
        network.close();
    }
}
