package io.timbre.explain.auralisation;

import io.timbre.explain.answer.Answer;
import io.timbre.explain.answer.Artifact;
import io.timbre.explain.answer.Check;
import io.timbre.explain.answer.Progress;
import io.timbre.explain.answer.Quality;
import io.timbre.explain.answer.Question;
import io.timbre.explain.featuremap.FeatureEnergy;
import io.timbre.explain.featuremap.FeatureLayer;
import io.timbre.explain.featuremap.FeatureLayers;
import io.timbre.explain.subject.ExplainedModel;
import io.timbre.explain.subject.ExplanationMethod;
import io.timbre.explain.subject.Recording;
import io.timbre.explain.subject.Subject;
import io.timbre.networks.table.Convolution;
import io.timbre.networks.table.GaborBank;
import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Makes the features of a layer audible: each is walked back to the input, what of the input it came from becomes a gain a
 * cell, and the gains are applied to the sound at its original phase. The sounds are the segments that the network heard,
 * one after the other, as loud as the original.
 *
 * <p>Which features: the one that is asked about; else the strongest of the layer in this track. Which layer: the one that
 * is asked about; else the deepest convolution and the first.
 *
 * @see "K. Choi, G. Fazekas, M. Sandler, Explaining Deep Convolutional Neural Networks on Music Classification,
 *     arXiv:1607.02444 (2016), Section 3"
 */
public final class Auralisation implements ExplanationMethod {

    private static final int FEATURES = 3;
    /** Beside those of the deepest. */
    private static final int FEATURES_OF_FIRST_LAYER = 2;

    private static final double CHOICE = 0.1;
    private static final double SOUND = 0.9;

    @Override
    public Answer answer(ExplainedModel model, Subject subject, Question question, Progress progress) {
        if (!(subject instanceof Recording recording)) {
            throw new RejectedException(
                    Reason.NOT_APPLICABLE, "a score has no sound that the network heard, so there is none to filter");
        }
        var layers = FeatureLayers.of(model.network().network());
        var inputs = recording.inputs();
        var heard = FeatureEnergy.of(model.network(), inputs, progress.part(0, CHOICE));
        var choices = choices(layers, question, heard);
        var original = Segments.of(recording);
        var features = new ArrayList<HeardFeature>();
        for (int i = 0; i < choices.size(); i++) {
            var choice = choices.get(i);
            var part = progress.part(share(i, choices), share(i + 1, choices));
            features.add(HeardFeature.of(model, original, inputs, choice.layer(), choice.feature(), part));
        }
        var judged = Forgetting.judged(model, inputs, features, progress.part(SOUND, 1));
        return answer(model, layers, recording, original, judged);
    }

    private static double share(int done, List<Choice> choices) {
        return CHOICE + (SOUND - CHOICE) * done / choices.size();
    }

    private record Choice(FeatureLayer layer, int feature) {}

    private static List<Choice> choices(FeatureLayers layers, Question question, FeatureEnergy heard) {
        var convolutions = layers.requireConvolutions();
        var deepest = question.layer().map(layers::named).orElseGet(convolutions::getLast);
        if (question.feature().isPresent()) {
            return List.of(new Choice(
                    deepest, deepest.requireFeature(question.feature().getAsInt())));
        }
        var choices = strongest(deepest, heard, FEATURES);
        if (question.layer().isEmpty() && convolutions.size() > 1) {
            choices.addAll(strongest(convolutions.getFirst(), heard, FEATURES_OF_FIRST_LAYER));
        }
        if (choices.isEmpty()) {
            throw new RejectedException(
                    Reason.NOT_APPLICABLE, "no feature of " + deepest.name() + " hears anything of this track");
        }
        return choices;
    }

    private static List<Choice> strongest(FeatureLayer layer, FeatureEnergy heard, int count) {
        var choices = new ArrayList<Choice>();
        for (int feature : heard.strongest(layer, count)) {
            choices.add(new Choice(layer, feature));
        }
        return choices;
    }

    private static Answer answer(
            ExplainedModel model,
            FeatureLayers layers,
            Recording recording,
            Segments original,
            List<HeardFeature> features) {
        var artifacts = new ArrayList<Artifact>();
        var pictures = new Pictures(recording);
        artifacts.add(Artifact.wav("original.wav", original.audio()));
        artifacts.add(pictures.spectrogram("original.png", "original", recording.inputs()));
        for (var feature : features) {
            var title = feature.title();
            artifacts.add(Artifact.wav(feature.name() + ".wav", feature.sound().audio()));
            artifacts.add(pictures.mask(feature.name() + "-mask.png", title + ": deconvolved", feature.masks()));
            artifacts.add(pictures.spectrogram(
                    feature.name() + "-heard.png",
                    title + ": what it hears",
                    feature.sound().inputs()));
        }
        var first = layers.requireConvolutions().getFirst();
        artifacts.add(kernels(model, first));
        artifacts.add(Artifact.html("index.html", Page.of(model.description().version(), first.name(), features)));
        return new Answer(words(features), findings(recording, features), quality(features), artifacts);
    }

    private static Artifact kernels(ExplainedModel model, FeatureLayer first) {
        int height = switch (model.network().network().layers().get(first.own())) {
            case Convolution convolution -> convolution.kernel().height();
            default -> GaborBank.KERNEL.height();
        };
        return Pictures.kernels(model.network(), first, height);
    }

    /** First which are to be believed, if not all are, and those that are not. */
    static List<String> words(List<HeardFeature> features) {
        var words = new ArrayList<String>();
        if (!features.stream().allMatch(HeardFeature::isBelievable)) {
            var believable = titles(features, HeardFeature::isBelievable);
            words.add("To be believed: " + (believable.isEmpty() ? "none" : believable) + "; not to be believed: "
                    + titles(features, feature -> !feature.isBelievable()) + ".");
        }
        words.addAll(features.stream()
                .sorted(Comparator.comparing(HeardFeature::isBelievable))
                .map(HeardFeature::words)
                .toList());
        words.add(
                "Open index.html to see and hear them side by side; each sound is as loud as the original, or as full scale lets it be.");
        return words;
    }

    private static Map<String, Object> findings(Recording recording, List<HeardFeature> features) {
        return Map.of(
                "features",
                features.stream().map(HeardFeature::finding).toList(),
                "segment_starts_seconds",
                recording.segments().stream()
                        .map(segment -> segment.startSeconds())
                        .toList(),
                "segment_seconds",
                recording.frontEnd().segmentSeconds());
    }

    static Quality quality(List<HeardFeature> features) {
        var unlearnt = titles(features, HeardFeature::isUnlearnt);
        var foreign = titles(features, HeardFeature::isForeign);
        return Quality.of(
                Check.gate(
                        "similarity-randomised",
                        features.stream()
                                .mapToDouble(HeardFeature::similarityRandomised)
                                .max()
                                .orElse(0),
                        unlearnt.isEmpty(),
                        "A network that has learnt nothing would give nearly the same map for " + unlearnt + "."),
                Check.figure("energy-kept", mean(features, HeardFeature::energyKept)),
                Check.figure("others-kept", mean(features, HeardFeature::othersKept)),
                Check.gate(
                        "activation-kept",
                        mean(features, HeardFeature::activationKept),
                        foreign.isEmpty(),
                        "Of some sounds other features of the layer keep more of their activation than the feature that the"
                                + " sound is of: " + foreign + "."));
    }

    private static String titles(List<HeardFeature> features, Predicate<HeardFeature> which) {
        return features.stream().filter(which).map(HeardFeature::title).collect(Collectors.joining(", "));
    }

    private static double mean(List<HeardFeature> features, ToDoubleFunction<HeardFeature> figure) {
        return features.stream().mapToDouble(figure).average().orElse(0);
    }
}
