package io.timbre.explain;

import io.timbre.explain.answer.Answer;
import io.timbre.explain.answer.Method;
import io.timbre.explain.answer.Progress;
import io.timbre.explain.answer.Question;
import io.timbre.explain.attribute.Attributes;
import io.timbre.explain.auralisation.Auralisation;
import io.timbre.explain.counterfactual.Counterfactual;
import io.timbre.explain.evidence.Evidence;
import io.timbre.explain.featuremap.FeatureLayers;
import io.timbre.explain.featuremap.FeatureMaps;
import io.timbre.explain.saliency.Saliency;
import io.timbre.explain.subject.ExplainedModel;
import io.timbre.explain.subject.ExplanationMethod;
import io.timbre.explain.subject.SubjectReader;
import io.timbre.networks.engine.Placement;
import io.timbre.networks.model.Checkpoint;
import io.timbre.networks.model.ModelDescription;
import io.timbre.schemas.RejectedException;
import io.timbre.signal.codec.Decoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Answers questions about the decisions of one model, of which it has a copy of its own. */
public final class Explainer implements AutoCloseable {

    private final ExplainedModel model;
    private final SubjectReader reader;

    private Explainer(ExplainedModel model, SubjectReader reader) {
        this.model = model;
        this.reader = reader;
    }

    /**
     * By MXNet on the CPU.
     *
     * @throws IllegalArgumentException if the model is one that cannot be explained
     */
    public static Explainer of(Checkpoint checkpoint, Decoder decoder) {
        return of(checkpoint, decoder, Placement.STANDARD);
    }

    /** @throws IllegalArgumentException if the model is one that cannot be explained, or the engine gives no gradients */
    static Explainer of(Checkpoint checkpoint, Decoder decoder, Placement placement) {
        var reader = SubjectReader.of(checkpoint.description(), decoder);
        return new Explainer(ExplainedModel.of(checkpoint, placement), reader);
    }

    /** What the model says of itself. */
    public ModelDescription model() {
        return model.description();
    }

    /** What can be asked about the model's layers. */
    public FeatureLayers layers() {
        return FeatureLayers.of(model.network().network());
    }

    /** The methods there are, in the order of their declaration. */
    public List<Method> methods() {
        return List.of(Method.values());
    }

    /**
     * Explains what the model makes of a file; uses one core for seconds to a minute or so.
     *
     * @throws RejectedException if the file can never be worked on, the question has no answer, or the work was stopped
     * @throws IOException if the file cannot be read, which says nothing about its bytes
     */
    public Answer explain(Path file, Question question, Progress progress) throws IOException {
        question.genre().ifPresent(model::indexOf);
        progress.at(0);
        return way(question.method()).answer(model, reader.read(file), question, progress);
    }

    private static ExplanationMethod way(Method method) {
        return switch (method) {
            case SALIENCY -> Saliency.byGradient();
            case SMOOTHGRAD -> Saliency.bySmoothGrad();
            case INTEGRATED_GRADIENTS -> Saliency.byIntegratedGradients();
            case GRADIENT_X_INPUT -> Saliency.byGradientTimesInput();
            case COUNTERFACTUAL -> new Counterfactual();
            case AURALISATION -> new Auralisation();
            case FEATURE_MAPS -> new FeatureMaps();
            case SEGMENTS -> new Evidence();
            case ATTRIBUTES -> new Attributes();
        };
    }

    @Override
    public void close() {
        model.close();
    }
}
