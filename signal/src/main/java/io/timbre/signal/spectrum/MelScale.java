package io.timbre.signal.spectrum;

/**
 * Slaney's mel scale: linear below 1 kHz, logarithmic above.
 *
 * <p>Agrees with {@code librosa.hz_to_mel(htk=False)}. Not the HTK scale, {@code 2595 log10(1 + f/700)}: a network
 * trained on one must not be fed the other.
 *
 * @see "M. Slaney, Auditory Toolbox v2, Interval Research TR 1998-010"
 */
final class MelScale {
    private static final double HZ_PER_MEL = 200.0 / 3;
    private static final double LOG_FROM_HZ = 1000;
    private static final double LOG_FROM_MEL = LOG_FROM_HZ / HZ_PER_MEL;
    /** 27 mels take the frequency up by a factor of 6.4. */
    private static final double LOG_STEP = Math.log(6.4) / 27;

    private MelScale() {}

    static double fromHz(double hz) {
        return hz >= LOG_FROM_HZ ? LOG_FROM_MEL + Math.log(hz / LOG_FROM_HZ) / LOG_STEP : hz / HZ_PER_MEL;
    }

    static double toHz(double mel) {
        return mel >= LOG_FROM_MEL ? LOG_FROM_HZ * Math.exp(LOG_STEP * (mel - LOG_FROM_MEL)) : mel * HZ_PER_MEL;
    }
}
