package io.timbre.explain.attribute;

import io.timbre.signal.descriptor.OnsetStrength;
import io.timbre.signal.frontend.AudibleFrontEnd;
import io.timbre.signal.spectrum.Decibels;
import io.timbre.signal.spectrum.MelSpectrogram;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Segments in which model signals follow one another, each cut off by the next, a fifth to half of a second apart: sounds
 * with onsets at known times, which a single held chord does not have.
 *
 * @param inputs what the network sees
 * @param onsets of each, the onset strength a frame
 */
record Tunes(List<float[]> inputs, List<float[]> onsets) {

    private static final int TUNES = 12;
    private static final long SEED = 1;
    private static final double SHORTEST_SECONDS = 0.2;
    private static final double LONGEST_SECONDS = 0.5;
    private static final int MEL_BANDS = 40;
    /** As recordings have, 60 dB below full scale: a network of decibels never heard digital silence. */
    private static final double NOISE = 1e-3;

    static Tunes of(Signals signals) {
        var random = new SplittableRandom(SEED);
        var inputs = new ArrayList<float[]>();
        var onsets = new ArrayList<float[]>();
        for (int i = 0; i < TUNES; i++) {
            var tune = tune(signals, random);
            inputs.add(signals.frontEnd().transform(tune));
            onsets.add(onsetStrength(signals.frontEnd(), tune));
        }
        return new Tunes(inputs, onsets);
    }

    private static float[] tune(Signals signals, SplittableRandom random) {
        int rate = signals.frontEnd().sampleRateHz();
        var tune = new float[signals.frontEnd().segmentSamples()];
        for (int i = 0; i < tune.length; i++) {
            tune[i] = (float) (NOISE * random.nextGaussian());
        }
        int start = 0;
        while (start < tune.length) {
            var sound = signals.sounds().get(random.nextInt(signals.sounds().size()));
            int wanted = (int) (random.nextDouble(SHORTEST_SECONDS, LONGEST_SECONDS) * rate);
            int length = Math.min(wanted, tune.length - start);
            for (int i = 0; i < length; i++) {
                tune[start + i] += sound[i];
            }
            start += length;
        }
        return tune;
    }

    private static float[] onsetStrength(AudibleFrontEnd frontEnd, float[] samples) {
        int hopLength = (int) Math.round(frontEnd.secondsPerFrame() * frontEnd.sampleRateHz());
        var mel = MelSpectrogram.centred(frontEnd.sampleRateHz(), 2 * hopLength, hopLength, MEL_BANDS);
        return OnsetStrength.of(Decibels.belowLoudest(80).of(mel.power(samples)), 0);
    }
}
