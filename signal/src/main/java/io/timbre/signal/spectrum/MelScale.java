package io.timbre.signal.spectrum;

/**
 * Pitch as it is heard, in mels. There are two scales in use; a network trained on one must not be fed the other.
 */
public enum MelScale {
    /**
     * Linear below 1 kHz, logarithmic above. Agrees with {@code librosa.hz_to_mel(htk=False)}.
     *
     * @see "M. Slaney, Auditory Toolbox v2, Interval Research TR 1998-010"
     */
    SLANEY {
        private static final double HZ_PER_MEL = 200.0 / 3;
        private static final double LOG_FROM_HZ = 1000;
        private static final double LOG_FROM_MEL = LOG_FROM_HZ / HZ_PER_MEL;
        /** 27 mels take the frequency up by a factor of 6.4. */
        private static final double LOG_STEP = Math.log(6.4) / 27;

        @Override
        double fromHz(double hz) {
            return hz >= LOG_FROM_HZ ? LOG_FROM_MEL + Math.log(hz / LOG_FROM_HZ) / LOG_STEP : hz / HZ_PER_MEL;
        }

        @Override
        double toHz(double mel) {
            return mel >= LOG_FROM_MEL ? LOG_FROM_HZ * Math.exp(LOG_STEP * (mel - LOG_FROM_MEL)) : mel * HZ_PER_MEL;
        }
    },

    /**
     * {@code 2595 log10(1 + hz / 700)}. Agrees with {@code librosa.hz_to_mel(htk=True)}.
     *
     * @see "S. Young et al., The HTK Book, 5.4"
     */
    HTK {
        private static final double MELS_PER_DECADE = 2595;
        private static final double CORNER_HZ = 700;

        @Override
        double fromHz(double hz) {
            return MELS_PER_DECADE * Math.log10(1 + hz / CORNER_HZ);
        }

        @Override
        double toHz(double mel) {
            return CORNER_HZ * (Math.pow(10, mel / MELS_PER_DECADE) - 1);
        }
    };

    abstract double fromHz(double hz);

    abstract double toHz(double mel);
}
