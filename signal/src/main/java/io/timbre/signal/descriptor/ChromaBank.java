package io.timbre.signal.descriptor;

/**
 * Which share of each bin belongs to which of the twelve pitch classes, C first: bumps of a semitone's width around
 * every octave of a class, each bin's of the same energy, and the whole under a bell of two octaves around A4, where
 * melodies are.
 *
 * <p>The weights are those of {@code librosa.filters.chroma(n_chroma=12)}.
 *
 * @see "D. Ellis, Chroma feature analysis and synthesis, 2007"
 */
final class ChromaBank {
    static final int CLASSES = 12;

    private static final double CENTRE_OCTAVE = 5;
    private static final double OCTAVE_WIDTH = 2;
    private static final double A0_HZ = 27.5;
    /** Counted from A, as octaves are here, C is the fourth class. */
    private static final int CLASS_OF_C = 3;
    /** Where 0 Hz, which has no pitch, is taken to be: below the first bin. */
    private static final double OCTAVES_BELOW_FIRST_BIN = 1.5;

    private ChromaBank() {}

    /**
     * Returns one row a class, one column a bin.
     *
     * @param tuning where the classes lie, in semitones from A4 = 440 Hz
     */
    static float[][] weights(int sampleRateHz, int fftSize, double tuning) {
        double[] semitones = semitones(sampleRateHz, fftSize, tuning);
        float[][] weights = new float[CLASSES][fftSize / 2 + 1];
        for (int bin = 0; bin <= fftSize / 2; bin++) {
            double width = Math.max(1, semitones[bin + 1] - semitones[bin]);
            double[] column = bumps(semitones[bin], width);
            double gain = bell(semitones[bin]) / norm(column);
            for (int pitchClass = 0; pitchClass < CLASSES; pitchClass++) {
                weights[pitchClass][bin] = (float) (gain * column[(pitchClass + CLASS_OF_C) % CLASSES]);
            }
        }
        return weights;
    }

    /** Of the bins, above A0; one more than there are bins in a spectrum, as the last has a width too. */
    private static double[] semitones(int sampleRateHz, int fftSize, double tuning) {
        double a0Hz = A0_HZ * Math.pow(2, tuning / CLASSES);
        double[] semitones = new double[fftSize / 2 + 2];
        for (int bin = 1; bin < semitones.length; bin++) {
            double hz = (double) bin * sampleRateHz / fftSize;
            semitones[bin] = CLASSES * Math.log(hz / a0Hz) / Math.log(2);
        }
        semitones[0] = semitones[1] - OCTAVES_BELOW_FIRST_BIN * CLASSES;
        return semitones;
    }

    private static double[] bumps(double semitone, double width) {
        double[] bumps = new double[CLASSES];
        for (int pitchClass = 0; pitchClass < CLASSES; pitchClass++) {
            double distance = signedRemainder(semitone - pitchClass);
            bumps[pitchClass] = Math.exp(-0.5 * Math.pow(2 * distance / width, 2));
        }
        return bumps;
    }

    /** Distance to the nearest octave, -6 up to but without 6 semitones. */
    private static double signedRemainder(double semitones) {
        return semitones - CLASSES * Math.floor(semitones / CLASSES + 0.5);
    }

    private static double bell(double semitone) {
        return Math.exp(-0.5 * Math.pow((semitone / CLASSES - CENTRE_OCTAVE) / OCTAVE_WIDTH, 2));
    }

    private static double norm(double[] column) {
        double sum = 0;
        for (double value : column) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}
