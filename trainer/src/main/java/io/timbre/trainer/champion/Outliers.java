package io.timbre.trainer.champion;

import io.timbre.signal.frontend.SegmentFrontEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Sounds that are no music, made of arithmetic: noise of a colour, voices that babble, calls that sweep, hums, crackle. A
 * network that is taught to make nothing of them makes little of speech, birdsong and noise that it has never heard.
 */
final class Outliers {

    private static final int KINDS = 5;
    private static final double TAU = 2 * Math.PI;

    private final SegmentFrontEnd frontEnd;
    private final Random random;
    private final double rateHz;

    private Outliers(SegmentFrontEnd frontEnd, long seed) {
        this.frontEnd = frontEnd;
        this.random = new Random(seed);
        this.rateHz = frontEnd.sampleRateHz();
    }

    /** So many segments, as the front end gives them; the same for the same seed. */
    static List<float[]> of(SegmentFrontEnd frontEnd, int count, long seed) {
        var outliers = new Outliers(frontEnd, seed);
        var segments = new ArrayList<float[]>(count);
        for (int i = 0; i < count; i++) {
            segments.add(frontEnd.transform(outliers.sound(i % KINDS)));
        }
        return segments;
    }

    private float[] sound(int kind) {
        var samples = noise(between(-0.95, 0.98));
        scale(samples, kind == 0 ? 1 : Math.pow(10, between(-4, -1.5)));
        switch (kind) {
            case 0 -> pulsate(samples);
            case 1 -> babble(samples);
            case 2 -> call(samples);
            case 3 -> hum(samples);
            default -> crackle(samples);
        }
        return samples;
    }

    /** First-order, dark towards 1 and bright towards -1. */
    private float[] noise(double colour) {
        var samples = new float[frontEnd.segmentSamples()];
        for (int i = 1; i < samples.length; i++) {
            samples[i] = (float) (colour * samples[i - 1] + (1 - Math.abs(colour)) * random.nextGaussian());
        }
        return samples;
    }

    private static void scale(float[] samples, double factor) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] *= (float) factor;
        }
    }

    /** Waves, wind and engines come and go; half of all noises do not. */
    private void pulsate(float[] samples) {
        double depth = random.nextBoolean() ? random.nextDouble() : 0;
        double hz = between(0.1, 8);
        for (int i = 0; i < samples.length; i++) {
            samples[i] *= (float) (1 - depth * (0.5 + 0.5 * Math.sin(TAU * hz * i / rateHz)));
        }
    }

    /** Pulses of a voice, or its breath, through three formants that are others from syllable to syllable, with pauses. */
    private void babble(float[] samples) {
        double pitchHz = between(80, 280);
        for (int start = 0; start < samples.length; ) {
            int length = (int) (rateHz * between(0.06, 0.3));
            if (random.nextInt(4) > 0) {
                boolean voiced = random.nextInt(4) > 0;
                double syllableHz = pitchHz * between(0.85, 1.2);
                double[] formants = {between(250, 900), between(900, 2_400), between(2_300, 3_500)};
                for (double hz : formants) {
                    resonate(samples, start, length, hz, voiced ? syllableHz : 0);
                }
            }
            start += length;
        }
    }

    /** Adds what a resonator makes of pulses of a frequency, or of noise if that is 0. */
    private void resonate(float[] samples, int start, int length, double hz, double pulseHz) {
        double radius = Math.exp(-Math.PI * between(50, 140) / rateHz);
        double first = 2 * radius * Math.cos(TAU * hz / rateHz);
        double before = 0;
        double last = 0;
        double phase = 0;
        for (int i = 0; i < length && start + i < samples.length; i++) {
            phase += pulseHz / rateHz;
            double pulse = pulseHz == 0 ? 0.1 * random.nextGaussian() : phase >= 1 ? 1 : 0;
            phase -= Math.floor(phase);
            double value = first * last - radius * radius * before + pulse;
            before = last;
            last = value;
            samples[start + i] += (float) (0.05 * value * Math.sin(Math.PI * i / length));
        }
    }

    /** Birds high and quick, whales low and slow: notes whose frequency sweeps, with pauses between them. */
    private void call(float[] samples) {
        double middleHz = Math.exp(between(Math.log(150), Math.log(8_000)));
        double longest = 300 / middleHz + 0.1;
        for (int start = 0; start < samples.length; ) {
            int length = (int) (rateHz * between(0.03, longest));
            double from = middleHz * between(0.7, 1.3);
            double to = middleHz * between(0.7, 1.3);
            double phase = 0;
            for (int i = 0; i < length && start + i < samples.length; i++) {
                phase += TAU * Math.min(from + (to - from) * i / length, 0.45 * rateHz) / rateHz;
                samples[start + i] += (float) (0.3 * Math.sin(Math.PI * i / length) * Math.sin(phase));
            }
            start += length + (int) (rateHz * random.nextDouble() * 3 * longest);
        }
    }

    /** The mains and machines. */
    private void hum(float[] samples) {
        double hz = between(40, 400);
        int partials = 1 + random.nextInt(12);
        for (int k = 1; k <= partials; k++) {
            double amplitude = 0.3 * random.nextDouble() / k;
            for (int i = 0; i < samples.length; i++) {
                samples[i] += (float) (amplitude * Math.sin(TAU * k * hz * i / rateHz));
            }
        }
    }

    /** Fire, rain, footsteps: short blows of many resonances. */
    private void crackle(float[] samples) {
        double aSecond = Math.exp(between(0, Math.log(60)));
        for (int blows = (int) (aSecond * samples.length / rateHz) + 1; blows > 0; blows--) {
            resonate(samples, random.nextInt(samples.length), (int) (0.08 * rateHz), between(200, 9_000), 20);
        }
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}
