package io.timbre.explain.featuremap;

import io.timbre.explain.answer.Answer;
import io.timbre.explain.answer.Artifact;
import io.timbre.explain.answer.Check;
import io.timbre.explain.answer.Quality;
import io.timbre.explain.subject.ExplainedModel;
import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import io.timbre.signal.picture.ColourScale;
import io.timbre.signal.picture.Theme;
import io.timbre.signal.picture.TiledPicture;
import io.timbre.signal.picture.TiledPicture.Tile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The states of recurrent layers from the first step to the last. */
record States(List<FeatureLayer> layers) {

    private static final int WIDTH = 900;
    private static final double STATES_WIDTH = 860;
    private static final double UNIT_PIXELS = 6;

    Answer answer(ExplainedModel model, float[] input, StrongestSegment strongest) {
        if (layers.isEmpty()) {
            throw new RejectedException(
                    Reason.NOT_APPLICABLE, model.description().version() + " has neither feature maps nor states");
        }
        var activations = model.network().activations(input);
        var words = new ArrayList<>(List.of(strongest.words()));
        var pictures = new ArrayList<Artifact>();
        int silent = 0;
        for (var layer : layers) {
            var states = unitByUnit(layer, activations.get(layer.output()));
            int quiet = silent(layer, states);
            silent += quiet;
            words.add(layer.name() + ": " + layer.features() + " units over " + layer.frames() + " steps, " + quiet
                    + " of them silent.");
            pictures.add(
                    Artifact.png(layer.name() + ".png", picture(layer, states).draw(WIDTH, Theme.LIGHT)));
        }
        double units = layers.stream().mapToInt(FeatureLayer::features).sum();
        return new Answer(
                words,
                Map.of(
                        "genre",
                        strongest.genre(),
                        "layers",
                        layers.stream().map(FeatureLayer::name).toList()),
                Quality.of(
                        Forgetting.of(model, layers, input, activations).check(),
                        Check.figure("silent-share", silent / units)),
                pictures);
    }

    private static TiledPicture picture(FeatureLayer layer, float[] states) {
        var tile =
                new Tile("steps, from left to right", states, layer.features(), ColourScale.signed("", states), false);
        return new TiledPicture(
                layer.name() + ": " + layer.features() + " units, the first at the bottom",
                List.of(tile),
                STATES_WIDTH / layer.frames(),
                UNIT_PIXELS);
    }

    /** From {@code (steps, units)} to {@code (units, steps)}. */
    private static float[] unitByUnit(FeatureLayer layer, float[] states) {
        var turned = new float[states.length];
        for (int step = 0; step < layer.frames(); step++) {
            for (int unit = 0; unit < layer.features(); unit++) {
                turned[unit * layer.frames() + step] = states[step * layer.features() + unit];
            }
        }
        return turned;
    }

    private static int silent(FeatureLayer layer, float[] states) {
        int silent = 0;
        for (int unit = 0; unit < layer.features(); unit++) {
            float most = 0;
            for (int step = 0; step < layer.frames(); step++) {
                most = Math.max(most, Math.abs(states[unit * layer.frames() + step]));
            }
            silent += most == 0 ? 1 : 0;
        }
        return silent;
    }
}
