package io.timbre.trainer.champion;

import io.timbre.networks.table.SegmentNormalisation;
import java.util.Arrays;
import java.util.Random;

/**
 * Changes a training segment as recordings of the same music differ: a little faster or slower, through another equaliser,
 * above the noise of another room or medium, through a codec that drops the highest frequencies. Segments are normalised
 * before and after: units are deviations of the segment.
 */
final class Augmentation {

    /** Points of the equaliser, evenly spread over the bands, straight lines between them. */
    private static final int TILT_POINTS = 5;

    private static final double FLOOR_CHANCE = 0.5;
    private static final double LOW_PASS_CHANCE = 0.3;
    /** The quietest cells of a segment, as far as they are heard, are quieter than 98 %. */
    private static final double QUIETEST = 0.02;

    private static final double ROUGHNESS = 0.05;

    private final int bands;
    private final AugmentationSettings settings;
    private final Random random;

    Augmentation(int bands, AugmentationSettings settings, Random random) {
        this.bands = bands;
        this.settings = settings;
        this.random = random;
    }

    /** A changed copy of a segment, row-major {@code (bands, frames)}, the lowest band first. */
    float[] of(float[] segment) {
        var changed = stretched(SegmentNormalisation.of(segment));
        equalise(changed);
        raiseFloor(changed);
        passLow(changed);
        addNoise(changed);
        return SegmentNormalisation.of(changed);
    }

    private float[] stretched(float[] segment) {
        int frames = segment.length / bands;
        double factor = 1 + settings.stretch() * (2 * random.nextDouble() - 1);
        var stretched = new float[segment.length];
        for (int band = 0; band < bands; band++) {
            double from = Math.min(bands - 1.0, band * factor);
            int below = Math.min((int) from, bands - 2);
            double share = from - below;
            for (int frame = 0; frame < frames; frame++) {
                stretched[band * frames + frame] = (float)
                        ((1 - share) * segment[below * frames + frame] + share * segment[(below + 1) * frames + frame]);
            }
        }
        return stretched;
    }

    private void equalise(float[] segment) {
        int frames = segment.length / bands;
        var points = new double[TILT_POINTS];
        Arrays.setAll(points, i -> settings.tilt() * random.nextGaussian());
        for (int band = 0; band < bands; band++) {
            double position = (double) band * (TILT_POINTS - 1) / bands;
            int left = (int) position;
            float level = (float) (points[left] + (position - left) * (points[left + 1] - points[left]));
            for (int i = band * frames; i < (band + 1) * frames; i++) {
                segment[i] += level;
            }
        }
    }

    private void raiseFloor(float[] segment) {
        if (settings.floor() == 0 || random.nextDouble() >= FLOOR_CHANCE) {
            return;
        }
        var sorted = segment.clone();
        Arrays.sort(sorted);
        double floor = sorted[(int) (QUIETEST * sorted.length)] + settings.floor() * random.nextDouble();
        for (int i = 0; i < segment.length; i++) {
            segment[i] = (float) Math.max(segment[i], floor + ROUGHNESS * random.nextGaussian());
        }
    }

    private void passLow(float[] segment) {
        if (settings.lowPass() == 0 || random.nextDouble() >= LOW_PASS_CHANCE) {
            return;
        }
        int frames = segment.length / bands;
        int lost = (int) (settings.lowPass() * random.nextDouble() * bands);
        float quietest = Float.MAX_VALUE;
        for (float value : segment) {
            quietest = Math.min(quietest, value);
        }
        for (int i = (bands - lost) * frames; i < segment.length; i++) {
            segment[i] = (float) (quietest + 2 * ROUGHNESS * Math.abs(random.nextGaussian()));
        }
    }

    private void addNoise(float[] segment) {
        if (settings.noise() > 0) {
            double level = settings.noise() * random.nextDouble();
            for (int i = 0; i < segment.length; i++) {
                segment[i] += (float) (level * random.nextGaussian());
            }
        }
    }
}
