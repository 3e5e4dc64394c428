package io.timbre.trainer.experiment.lee;

import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.data.Split;
import io.timbre.trainer.fit.AdversarialFit;
import io.timbre.trainer.fit.AdversarialResult;
import io.timbre.trainer.fit.AdversarialSettings;
import io.timbre.trainer.fit.Conditioned;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Spectrograms that a pair makes after it has seen the training part, with labels: each genre in turn. What the pair was
 * told of a genre is all that its label rests on.
 *
 * @param result how the pair learnt
 * @param examples decibels, in the order in which they were made
 */
record GeneratedTracks(Pair pair, AdversarialResult result, List<Example> examples) {

    /** Lets a pair learn from nothing but the training part, and has it make examples. */
    static GeneratedTracks of(Pair pair, Split split, AdversarialSettings settings, int count) {
        int classes = split.dataset().classes().size();
        var real = split.of(Part.TRAINING).stream()
                .map(example -> new Conditioned(shown(pair, example.input()), pair.condition(example.label(), classes)))
                .toList();
        var result = new AdversarialFit(pair.generator(classes), pair.discriminator(classes), settings).fit(real);
        var conditions = IntStream.range(0, count)
                .mapToObj(i -> pair.condition(i % classes, classes))
                .toList();
        var made = result.generator().examples(conditions, settings.seed());
        var examples = IntStream.range(0, count)
                .mapToObj(i -> Example.ofClass(
                        pair.words() + " " + i, decibels(pair, made.get(i)), i % classes, classes, Map.of()))
                .toList();
        return new GeneratedTracks(pair, result, examples);
    }

    private static float[] shown(Pair pair, float[] decibels) {
        var shown = new float[decibels.length];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = pair.shown(decibels[i]);
        }
        return shown;
    }

    private static float[] decibels(Pair pair, float[] made) {
        var decibels = new float[made.length];
        for (int i = 0; i < decibels.length; i++) {
            decibels[i] = pair.decibels(made[i]);
        }
        return decibels;
    }
}
