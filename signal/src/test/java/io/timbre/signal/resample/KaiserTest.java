package io.timbre.signal.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The two filters, by their frequency responses. */
class KaiserTest {
    /** Taps a time unit. */
    private static final int OVERSAMPLING = 4;

    @Test
    void isFlatTo91PercentOfTheNyquistFrequency() {
        for (double frequency = 0; frequency <= 0.91; frequency += 0.01) {
            assertThat(responseDb(Resampler.SOXR_HQ, frequency)).isCloseTo(0, within(1e-4));
        }
    }

    @Test
    void halvesTheAmplitudeAtItsCutoff() {
        assertThat(responseDb(Resampler.SOXR_HQ, 0.957)).isCloseTo(-6, within(0.1));
    }

    @Test
    void lies120DecibelsDownFromTheNyquistFrequencyOn() {
        for (double frequency = 1; frequency <= OVERSAMPLING; frequency += 0.01) {
            assertThat(responseDb(Resampler.SOXR_HQ, frequency)).isLessThan(-120);
        }
    }

    @Test
    void lies120DecibelsDownWhereTheInterpolatorHasImages() {
        // Three quarters of the sample rate are 1.5 Nyquist frequencies.
        for (double frequency = 1.5; frequency <= OVERSAMPLING; frequency += 0.01) {
            assertThat(responseDb(Interpolator.FILTER, frequency)).isLessThan(-120);
        }
    }

    /** @param frequency 1 is the Nyquist frequency of the filter's time unit */
    private static double responseDb(Kaiser filter, double frequency) {
        Kaiser fine = filter.stretched(OVERSAMPLING);
        double amplitude = fine.at(0);
        for (int n = 1; n <= fine.halfLength(); n++) {
            amplitude += 2 * fine.at(n) * Math.cos(Math.PI * frequency * n / OVERSAMPLING);
        }
        return 20 * Math.log10(Math.abs(amplitude));
    }
}
