package io.timbre.explain.featuremap;

import io.timbre.explain.answer.Answer;
import io.timbre.explain.answer.Artifact;
import io.timbre.explain.answer.Check;
import io.timbre.explain.answer.Progress;
import io.timbre.explain.answer.Quality;
import io.timbre.explain.answer.Question;
import io.timbre.explain.subject.ExplainedModel;
import io.timbre.explain.subject.ExplanationMethod;
import io.timbre.explain.subject.Subject;
import io.timbre.signal.picture.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What each kernel of each layer makes of the track's segment that speaks most for the genre: a picture a layer, in which
 * near-duplicates are framed. Of recurrent layers, their states from step to step.
 *
 * @see "B. Van Mieghem, Figures 4.8 to 4.11"
 */
public final class FeatureMaps implements ExplanationMethod {

    private static final int WIDTH = 900;

    @Override
    public Answer answer(ExplainedModel model, Subject subject, Question question, Progress progress) {
        var named = FeatureLayers.of(model.network().network());
        var layers = question.layer().map(name -> List.of(named.named(name))).orElse(named.all());
        question.feature().ifPresent(feature -> layers.forEach(layer -> layer.requireFeature(feature)));
        var strongest = StrongestSegment.of(model, subject, question);
        var withMaps = layers.stream().filter(FeatureLayer::hasMaps).toList();
        return !withMaps.isEmpty()
                ? maps(model, subject.inputs(), withMaps, strongest, progress)
                : new States(layers).answer(model, subject.inputs().get(strongest.segment()), strongest);
    }

    private static Answer maps(
            ExplainedModel model,
            List<float[]> inputs,
            List<FeatureLayer> layers,
            StrongestSegment strongest,
            Progress progress) {
        var maps = maps(model, inputs, layers, strongest.segment(), progress.part(0, 0.8));
        var input = inputs.get(strongest.segment());
        var forgetting = Forgetting.of(model, layers, input, model.network().activations(input));
        progress.at(0.9);
        var words = new ArrayList<>(List.of(strongest.words()));
        maps.forEach(layer -> words.add(layer.words()));
        var findings = Map.<String, Object>of(
                "genre", strongest.genre(),
                "segment", strongest.segment(),
                "near_duplicate_from", Twins.NEAR,
                "layers", maps.stream().map(LayerMaps::finding).toList());
        var pictures = maps.stream()
                .map(layer -> Artifact.png(
                        layer.layer().name() + ".png", layer.picture().draw(WIDTH, Theme.LIGHT)))
                .toList();
        return new Answer(words, findings, quality(maps, forgetting), pictures);
    }

    private static List<LayerMaps> maps(
            ExplainedModel model, List<float[]> inputs, List<FeatureLayer> layers, int segment, Progress progress) {
        var likenesses =
                layers.stream().map(layer -> new Likeness(layer.features())).toList();
        List<float[]> shown = List.of();
        for (int i = 0; i < inputs.size(); i++) {
            progress.at((double) i / inputs.size());
            var activations = model.network().activations(inputs.get(i));
            for (int n = 0; n < layers.size(); n++) {
                likenesses.get(n).add(activations.get(layers.get(n).output()));
            }
            shown = i == segment ? activations : shown;
        }
        var maps = new ArrayList<LayerMaps>();
        for (int n = 0; n < layers.size(); n++) {
            var layer = layers.get(n);
            maps.add(LayerMaps.of(layer, model.network(), likenesses.get(n), shown.get(layer.output())));
        }
        return maps;
    }

    private static Quality quality(List<LayerMaps> maps, Forgetting forgetting) {
        double features =
                maps.stream().mapToInt(layer -> layer.layer().features()).sum();
        return Quality.of(
                forgetting.check(),
                Check.figure(
                        "silent-share",
                        maps.stream().mapToInt(layer -> layer.silent().size()).sum() / features),
                Check.figure(
                        "near-duplicate-share",
                        maps.stream()
                                        .mapToLong(layer -> layer.twins().stream()
                                                .mapToInt(Twins::second)
                                                .distinct()
                                                .count())
                                        .sum()
                                / features));
    }
}
