package io.timbre.signal.spectrum;

import static io.timbre.signal.Golden.RATE_HZ;
import static io.timbre.signal.Golden.relativeDifference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.timbre.signal.Golden;
import io.timbre.signal.Signals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Where a pure tone leaves a band all but empty, the twins' roundings are what is left in it. */
    @ParameterizedTest
    @ValueSource(doubles = {100, 440, 1_000, 10_000})
    void agreeOnAPureToneIn100Decibels(double hz) {
        float[] tone = Signals.sine(hz, 0.5, 1, RATE_HZ).samples();
        StftParameters parameters = StftParameters.centred(2048, 512);
        MelBank bank = MelBank.of(MelParameters.standard(RATE_HZ, 2048, 128));
        Spectrogram vector = new MelSpectrogram(parameters, bank, new VectorFrameKernel(parameters)).power(tone);
        Spectrogram plain = new MelSpectrogram(parameters, bank, new PlainFrameKernel(parameters)).power(tone);

        float[] vectorDb = decibels(new VectorBandKernel(), vector).values();
        float[] plainDb = decibels(new PlainBandKernel(), plain).values();
        for (int i = 0; i < vectorDb.length; i++) {
            assertThat(vectorDb[i]).as("value %d", i).isCloseTo(plainDb[i], within(toleranceDb(plainDb[i])));
        }
    }

    /** The loudest bands have about 30 dB, the rounding of whose 24 bits lies about 120 dB below. */
    private static float toleranceDb(float decibels) {
        if (decibels > -60) {
            return 0.01f;
        }
        return decibels > -80 ? 0.2f : 1.5f;
    }

    private static Spectrogram decibels(BandKernel kernel, Spectrogram power) {
        Spectrogram output = Spectrogram.empty(power.bands(), power.frames());
        kernel.decibels(power.values(), 1e-10f, 0, -100, output.values());
        return output;
    }

    private static void assertAgree(Spectrogram vector, Spectrogram plain) {
        assertThat(relativeDifference(vector.values(), plain.values())).isLessThan(TOLERANCE);
    }
}
