package io.timbre.explain.trust;

import io.timbre.explain.answer.Check;
import io.timbre.explain.answer.Progress;
import io.timbre.explain.answer.Quality;
import io.timbre.explain.subject.ExplainedModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Judges maps that claim to say what a class hangs on. Two things an explanation must do: point at cells that matter more
 * than others to the model's answer, and change when what the model has learnt is taken from it. What else is measured is
 * told as figures.
 *
 * <p>To bound the work, only the inputs that speak most for the class are asked. Everything is drawn from fixed seeds.
 */
public final class Scrutiny {

    /** Least {@link HidingGain#share}: on the shipped model one random order in twenty or fewer has more. */
    static final double LEAST_HIDING_GAIN = 0.25;

    private static final int STRONGEST = 3;
    private static final long SEED = 1;

    private final ExplainedModel model;
    private final int index;
    private final List<float[]> inputs;
    private final float[] baseline;

    private Scrutiny(ExplainedModel model, int index, List<float[]> inputs, float[] baseline) {
        this.model = model;
        this.index = index;
        this.inputs = inputs;
        this.baseline = baseline;
    }

    /**
     * @param index of the class
     * @param inputs of the track, at least one
     * @param baseline what hidden cells are filled with
     */
    public static Scrutiny of(ExplainedModel model, int index, List<float[]> inputs, float[] baseline) {
        var logits = model.logits(inputs);
        var strongest = IntStream.range(0, inputs.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -logits[i][index]))
                .limit(STRONGEST)
                .map(inputs::get)
                .toList();
        return new Scrutiny(model, index, strongest, baseline);
    }

    /** Asks an attribution of this model and class. */
    public Quality quality(Attribution attribution, Reading reading, Progress progress) {
        var maps = attribution.maps(model, inputs);
        var checks = new ArrayList<Check>();
        progress.at(0.1);
        checks.addAll(hiding(maps, reading, progress.part(0.1, 0.4)));
        progress.at(0.4);
        checks.addAll(infidelity(maps, reading));
        progress.at(0.45);
        checks.add(maxSensitivity(maps, attribution));
        progress.at(0.6);
        checks.addAll(randomisation(maps, attribution, progress.part(0.6, 1)));
        progress.at(1);
        return new Quality(checks);
    }

    private List<Check> hiding(float[][] maps, Reading reading, Progress progress) {
        var patches = Patches.of(model.network().network().inputShape());
        var gain = HidingGain.of(new Hiding(model, index, baseline, patches), inputs, maps, reading, progress);
        return List.of(
                Check.figure("deletion-auc", gain.deletion()),
                Check.figure("deletion-auc-random", gain.randomDeletion()),
                Check.figure("insertion-auc", gain.insertion()),
                Check.figure("insertion-auc-random", gain.randomInsertion()),
                Check.gate(
                        "hiding-gain",
                        gain.share(),
                        gain.share() >= LEAST_HIDING_GAIN,
                        "Hiding and showing what it points at does no more to the decision than hiding and showing"
                                + " parts at random."));
    }

    private List<Check> infidelity(float[][] maps, Reading reading) {
        var all = IntStream.range(0, maps.length)
                .mapToObj(i -> Infidelity.of(model, index, inputs.get(i), baseline, maps[i], reading, SEED))
                .toList();
        return List.of(
                Check.figure(
                        "infidelity",
                        all.stream().mapToDouble(Infidelity::squared).average().orElse(0)),
                Check.figure(
                        "infidelity-share",
                        all.stream().mapToDouble(Infidelity::share).average().orElse(0)));
    }

    private Check maxSensitivity(float[][] maps, Attribution attribution) {
        return Check.figure("max-sensitivity", MaxSensitivity.of(model, inputs.getFirst(), maps[0], attribution, SEED));
    }

    private List<Check> randomisation(float[][] maps, Attribution attribution, Progress progress) {
        var similarities = Randomisation.similarities(model, inputs, maps, attribution, progress);
        var checks = new ArrayList<Check>();
        for (int layers = 1; layers < similarities.length; layers++) {
            checks.add(Check.figure("similarity-randomised-" + layers, similarities[layers - 1]));
        }
        double last = similarities[similarities.length - 1];
        checks.add(
                Randomisation.check(last, "It stays much the same when the network forgets all that it has learnt."));
        return checks;
    }
}
