package io.timbre.explain.auralisation;

import io.timbre.signal.Audio;
import io.timbre.signal.spectrum.Stft;
import io.timbre.signal.spectrum.StftParameters;

/** The frequencies between which the middle 80 % of a sound's energy lie; zeros of silence. */
record Band(double lowHz, double highHz) {

    private static final int FFT_SIZE = 2048;
    private static final double BELOW = 0.1;
    private static final double ABOVE = 0.9;

    static Band of(Audio audio) {
        var energies = energies(audio);
        double total = 0;
        for (double energy : energies) {
            total += energy;
        }
        return total == 0
                ? new Band(0, 0)
                : new Band(hz(audio, energies, BELOW * total), hz(audio, energies, ABOVE * total));
    }

    /** One a bin. */
    private static double[] energies(Audio audio) {
        var magnitude = new Stft(StftParameters.centred(FFT_SIZE, FFT_SIZE / 2)).magnitude(audio.samples());
        var energies = new double[magnitude.bands()];
        for (int bin = 0; bin < energies.length; bin++) {
            for (int frame = 0; frame < magnitude.frames(); frame++) {
                double value = magnitude.at(bin, frame);
                energies[bin] += value * value;
            }
        }
        return energies;
    }

    private static double hz(Audio audio, double[] energies, double wanted) {
        double sum = 0;
        int bin = 0;
        while (bin < energies.length - 1 && sum + energies[bin] < wanted) {
            sum += energies[bin++];
        }
        return (double) bin * audio.sampleRateHz() / FFT_SIZE;
    }
}
