package io.timbre.signal.spectrum;

import static io.timbre.signal.Golden.RATE_HZ;
import static io.timbre.signal.Golden.relativeDifference;
import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.signal.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model trained where the Vector API is may serve where it is not. */
class KernelTwinsTest {
    private static final double TOLERANCE = 1e-5;

    private final float[] samples = Golden.signal(40_000);

    @ParameterizedTest
    @CsvSource({"512, 256", "2048, 512", "1024, 100", "4096, 4410"})
    void agreeOnSpectra(int fftSize, int hopLength) {
        StftParameters parameters = StftParameters.centred(fftSize, hopLength);
        Stft vector = new Stft(parameters, new VectorFrameKernel(parameters));
        Stft plain = new Stft(parameters, new PlainFrameKernel(parameters));

        assertAgree(vector.magnitude(samples), plain.magnitude(samples));
        assertAgree(vector.power(samples), plain.power(samples));
        assertThat(relativeDifference(
                        vector.transform(samples).real(),
                        plain.transform(samples).real()))
                .isLessThan(TOLERANCE);
        assertThat(relativeDifference(
                        vector.transform(samples).imaginary(),
                        plain.transform(samples).imaginary()))
                .isLessThan(TOLERANCE);
    }

    @Test
    void agreeOnMelBandsInDecibels() {
        StftParameters parameters = StftParameters.centred(2048, 512);
        MelBank bank = MelBank.of(MelParameters.standard(RATE_HZ, 2048, 128));
        Spectrogram vector = new MelSpectrogram(parameters, bank, new VectorFrameKernel(parameters)).power(samples);
        Spectrogram plain = new MelSpectrogram(parameters, bank, new PlainFrameKernel(parameters)).power(samples);

        assertAgree(vector, plain);
        assertAgree(decibels(new VectorBandKernel(), vector), decibels(new PlainBandKernel(), plain));
    }

    private static Spectrogram decibels(BandKernel kernel, Spectrogram power) {
        Spectrogram output = Spectrogram.empty(power.bands(), power.frames());
        kernel.decibels(power.values(), 1e-10f, 0, -80, output.values());
        return output;
    }

    private static void assertAgree(Spectrogram vector, Spectrogram plain) {
        assertThat(relativeDifference(vector.values(), plain.values())).isLessThan(TOLERANCE);
    }
}
