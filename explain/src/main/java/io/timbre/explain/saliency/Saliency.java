package io.timbre.explain.saliency;

import io.timbre.explain.answer.Answer;
import io.timbre.explain.answer.Check;
import io.timbre.explain.answer.Progress;
import io.timbre.explain.answer.Quality;
import io.timbre.explain.answer.Question;
import io.timbre.explain.subject.ExplainedModel;
import io.timbre.explain.subject.ExplanationMethod;
import io.timbre.explain.subject.Piece;
import io.timbre.explain.subject.Ranking;
import io.timbre.explain.subject.Recording;
import io.timbre.explain.subject.Subject;
import io.timbre.explain.trust.Attribution;
import io.timbre.explain.trust.Baseline;
import io.timbre.explain.trust.Completeness;
import io.timbre.explain.trust.Scrutiny;
import io.timbre.networks.model.Softmax;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Says which cells of the input, or which notes, the logit of a genre hangs on: over the spectrogram or the piano roll,
 * and summed over time and over frequency.
 */
public final class Saliency implements ExplanationMethod {

    /** Of the work, the maps; their quality is the rest. */
    private static final double MAPS_SHARE = 0.3;

    private static final double MOST_MISSING = 0.05;

    private final Rule rule;

    private Saliency(Rule rule) {
        this.rule = rule;
    }

    public static Saliency byGradient() {
        return new Saliency(new Gradient());
    }

    /** With as little noise as makes the maps of the shipped model better than gradients, see {@code RATIONALE.md}. */
    public static Saliency bySmoothGrad() {
        return new Saliency(new SmoothGrad(16, 0.05));
    }

    /** In steps that miss about a hundredth of the logit on the shipped model. */
    public static Saliency byIntegratedGradients() {
        return new Saliency(new IntegratedGradients(32, 256));
    }

    public static Saliency byGradientTimesInput() {
        return new Saliency(new GradientTimesInput());
    }

    @Override
    public Answer answer(ExplainedModel model, Subject subject, Question question, Progress progress) {
        var inputs = subject.inputs();
        var posteriors = model.trackPosteriors(inputs);
        int index = question.genre().map(model::indexOf).orElseGet(() -> Ranking.best(posteriors));
        var baseline = Baseline.of(model, inputs);
        var maps = maps(model, index, inputs, baseline, progress.part(0, MAPS_SHARE));
        var quality = quality(model, index, inputs, baseline, maps, progress.part(MAPS_SHARE, 1));
        var finding = new Finding(
                model.classes().get(index),
                Softmax.mean(model.logits(inputs))[index],
                posteriors[index],
                unit(subject),
                rule.reading(),
                maps);
        return answer(subject, finding, quality);
    }

    private static Answer answer(Subject subject, Finding finding, Quality quality) {
        var view = switch (subject) {
            case Recording recording -> RecordingView.of(recording, finding);
            case Piece piece -> PieceView.of(piece, finding);
        };
        var words = new ArrayList<>(view.words());
        words.add("The model gives '" + finding.genre() + "' " + finding.percent() + ".");
        var facts = finding.facts();
        facts.putAll(view.facts());
        return new Answer(words, facts, quality, view.artifacts());
    }

    private float[][] maps(ExplainedModel model, int index, List<float[]> inputs, float[] baseline, Progress progress) {
        return IntStream.range(0, inputs.size())
                .mapToObj(i -> {
                    progress.at((double) i / inputs.size());
                    return rule.map(model, index, inputs.get(i), baseline);
                })
                .toArray(float[][]::new);
    }

    private Quality quality(
            ExplainedModel model,
            int index,
            List<float[]> inputs,
            float[] baseline,
            float[][] maps,
            Progress progress) {
        var heard = new LastShare(progress);
        Attribution attribution = (asked, some) -> maps(asked, index, some, baseline, heard.again());
        var scrutiny = Scrutiny.of(model, index, inputs, baseline).quality(attribution, rule.reading(), heard);
        var checks = new ArrayList<>(scrutiny.checks());
        if (rule instanceof IntegratedGradients) {
            checks.addAll(completeness(Completeness.of(model, index, inputs, baseline, maps)));
        }
        return new Quality(checks);
    }

    private static List<Check> completeness(Completeness completeness) {
        return List.of(
                Check.figure("completeness-error", completeness.error()),
                Check.gate(
                        "completeness-error-share",
                        completeness.share(),
                        completeness.share() <= MOST_MISSING,
                        "Its contributions do not add up to what the model says."));
    }

    private static String unit(Subject subject) {
        return switch (subject) {
            case Recording recording -> recording.frontEnd().isLogarithmic() ? "dB" : "unit of magnitude";
            case Piece ignored -> "semitone";
        };
    }
}
