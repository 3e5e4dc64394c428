package io.timbre.explain.counterfactual;

import io.timbre.explain.subject.Recording;
import io.timbre.signal.frontend.AudibleFrontEnd;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Changes of a recording's spectrogram, in dB: added where the front end gives decibels, else as factors. */
record Spectra(Recording recording, Smoothing smoothing) implements Terrain {

    private static final double DECIBELS_A_FACTOR = 20;

    static Spectra of(Recording recording) {
        var shape = recording.frontEnd().segmentShape();
        return new Spectra(recording, new Smoothing(shape[0], shape[1]));
    }

    @Override
    public List<float[]> inputs(float[][] change) {
        var made = made(change);
        return IntStream.range(0, made.length)
                .mapToObj(segment -> changed(recording.inputs().get(segment), made[segment]))
                .toList();
    }

    private float[] changed(float[] input, float[] decibels) {
        var changed = new float[input.length];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = frontEnd().isLogarithmic() ? input[i] + decibels[i] : input[i] * factor(decibels[i]);
        }
        return changed;
    }

    @Override
    public float[][] slopes(float[][] change, List<float[]> inputs, float[][] slopes) {
        return IntStream.range(0, slopes.length)
                .mapToObj(segment -> smoothing.smooth(aDecibel(inputs.get(segment), slopes[segment])))
                .toArray(float[][]::new);
    }

    private float[] aDecibel(float[] input, float[] slopes) {
        if (frontEnd().isLogarithmic()) {
            return slopes;
        }
        var aDecibel = new float[slopes.length];
        for (int i = 0; i < slopes.length; i++) {
            aDecibel[i] = (float) (slopes[i] * input[i] * Math.log(10) / DECIBELS_A_FACTOR);
        }
        return aDecibel;
    }

    @Override
    public float[][] made(float[][] change) {
        return Stream.of(change).map(smoothing::smooth).toArray(float[][]::new);
    }

    /** The changes as factors of the amplitude. */
    List<float[]> gains(float[][] change) {
        return Stream.of(made(change)).map(Spectra::factors).toList();
    }

    private static float[] factors(float[] decibels) {
        var factors = new float[decibels.length];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = factor(decibels[i]);
        }
        return factors;
    }

    private static float factor(float decibels) {
        return (float) Math.pow(10, decibels / DECIBELS_A_FACTOR);
    }

    private AudibleFrontEnd frontEnd() {
        return recording.frontEnd();
    }
}
