package io.timbre.explain.auralisation;

import io.timbre.explain.answer.Progress;
import io.timbre.explain.featuremap.FeatureLayer;
import io.timbre.explain.subject.ExplainedModel;
import io.timbre.explain.trust.Randomisation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A feature made audible.
 *
 * @param masks gains of each segment's cells
 * @param sound as loud as the original
 * @param gainDb by which it was made louder
 * @param energyKept share of the original's energy that the mask let pass
 * @param activationKept what {@link Remains} of the feature's activation when the network hears this sound
 * @param othersKept what remains of the layer's other features
 * @param band what frequencies hold the middle 80 % of the sound's energy
 * @param similarityRandomised of its map to that of a network that has learnt nothing; 0 until it was judged
 */
record HeardFeature(
        FeatureLayer layer,
        int feature,
        List<float[]> masks,
        Segments sound,
        double gainDb,
        double energyKept,
        double activationKept,
        double othersKept,
        Band band,
        double similarityRandomised) {

    /** @param inputs what the network sees of the original */
    static HeardFeature of(
            ExplainedModel model,
            Segments original,
            List<float[]> inputs,
            FeatureLayer layer,
            int feature,
            Progress progress) {
        var masks = Mask.of(maps(model, inputs, layer, feature, progress.part(0, 0.7)));
        var passed = original.masked(masks);
        var levelled = Levelled.to(original.sounds(), passed.sounds());
        var sound = original.with(levelled.sounds());
        var remains = Remains.of(model.network(), layer, inputs, sound.inputs(), progress.part(0.7, 1));
        return new HeardFeature(
                layer,
                feature,
                masks,
                sound,
                levelled.gainDb(),
                Levelled.energy(passed.sounds()) / Levelled.energy(original.sounds()),
                remains.of(feature),
                remains.ofOthers(feature),
                Band.of(sound.audio()),
                0);
    }

    HeardFeature judged(double similarity) {
        return new HeardFeature(
                layer, feature, masks, sound, gainDb, energyKept, activationKept, othersKept, band, similarity);
    }

    private static List<float[]> maps(
            ExplainedModel model, List<float[]> inputs, FeatureLayer layer, int feature, Progress progress) {
        return IntStream.range(0, inputs.size())
                .mapToObj(i -> {
                    progress.at((double) i / inputs.size());
                    return model.network().deconvolved(inputs.get(i), layer.output(), feature)[0];
                })
                .toList();
    }

    /** Whether there is anything to hear. */
    boolean isSilent() {
        return energyKept == 0;
    }

    /** Whether the map says no more than one of a network that has learnt nothing. */
    boolean isUnlearnt() {
        return similarityRandomised > Randomisation.MOST_SIMILARITY;
    }

    /** Whether there is less of the feature in the sound than of its neighbours: then it is not the sound of it. */
    boolean isForeign() {
        return isSilent() || activationKept < othersKept;
    }

    boolean isBelievable() {
        return !isUnlearnt() && !isForeign();
    }

    /** Such as {@code conv2 feature 7}. */
    String title() {
        return layer.name() + " feature " + feature;
    }

    /** What its files are called. */
    String name() {
        return layer.name() + "-" + feature;
    }

    String words() {
        return isSilent()
                ? title() + " hears nothing of this track."
                : (isBelievable() ? "" : "Not to be believed: ") + heard();
    }

    private String heard() {
        return String.format(
                Locale.ROOT,
                "%s hears %,.0f to %,.0f Hz: %.1f %% of the energy, which keeps %.0f %% of its"
                        + " activation in place, of the layer's other features %.0f %%.",
                title(),
                band.lowHz(),
                band.highHz(),
                100 * energyKept,
                100 * activationKept,
                100 * othersKept);
    }

    Map<String, Object> finding() {
        var finding = new LinkedHashMap<String, Object>();
        finding.put("layer", layer.name());
        finding.put("feature", feature);
        finding.put("sound", name() + ".wav");
        finding.put("gain_db", gainDb);
        finding.put("energy_kept", energyKept);
        finding.put("activation_kept", activationKept);
        finding.put("others_kept", othersKept);
        finding.put("similarity_randomised", similarityRandomised);
        finding.put("believable", isBelievable());
        finding.put("band_hz", List.of(band.lowHz(), band.highHz()));
        return finding;
    }
}
