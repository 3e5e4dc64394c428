package io.timbre.explain.auralisation;

import java.util.List;

/**
 * Sounds made as loud as others, all by the same gain: what a feature hears is a small part of the sound, and would be
 * hardly heard.
 *
 * @param gainDb 0 where there is nothing to make louder
 */
record Levelled(List<float[]> sounds, double gainDb) {

    /** Just within full scale. */
    private static final double LARGEST_PEAK = 0.99;

    /**
     * To the root mean square of the originals, or less if samples would leave full scale.
     *
     * @param originals as many, each of as many samples
     */
    static Levelled to(List<float[]> originals, List<float[]> sounds) {
        double energy = energy(sounds);
        if (energy == 0) {
            return new Levelled(sounds, 0);
        }
        double gain = Math.min(Math.sqrt(energy(originals) / energy), LARGEST_PEAK / peak(sounds));
        return new Levelled(sounds.stream().map(sound -> amplified(sound, gain)).toList(), 20 * Math.log10(gain));
    }

    /** The sum of the squares of all samples. */
    static double energy(List<float[]> sounds) {
        double energy = 0;
        for (var sound : sounds) {
            for (float sample : sound) {
                energy += (double) sample * sample;
            }
        }
        return energy;
    }

    private static double peak(List<float[]> sounds) {
        double peak = 0;
        for (var sound : sounds) {
            for (float sample : sound) {
                peak = Math.max(peak, Math.abs(sample));
            }
        }
        return peak;
    }

    private static float[] amplified(float[] sound, double gain) {
        var amplified = new float[sound.length];
        for (int i = 0; i < sound.length; i++) {
            amplified[i] = (float) (gain * sound[i]);
        }
        return amplified;
    }
}
