package io.timbre.signal.spectrum;

import static io.timbre.signal.Golden.RATE_HZ;
import static io.timbre.signal.Golden.read;
import static io.timbre.signal.Golden.relativeDifference;
import static io.timbre.signal.Golden.signal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the kernel on the Vector API and its plain twin both hold to. */
abstract class FrameKernelContract {
    private static final StftParameters PARAMETERS = StftParameters.centred(512, 256);
    private static final MelBank BANK = MelBank.of(MelParameters.standard(RATE_HZ, 512, 40));

    abstract FrameKernel kernel(StftParameters parameters);

    @Test
    void agreesWithLibrosa() {
        ComplexSpectrogram spectrogram = transform(PARAMETERS, signal());

        assertThat(relativeDifference(spectrogram.real(), read("spectrum/stft-512-256-real")))
                .isLessThan(1e-6);
        assertThat(relativeDifference(spectrogram.imaginary(), read("spectrum/stft-512-256-imaginary")))
                .isLessThan(1e-6);
    }

    @Test
    void agreesWithLibrosaWhereTheHopDividesNothing() {
        Spectrogram magnitude = magnitude(StftParameters.centred(2048, 700), signal());

        assertThat(relativeDifference(magnitude.values(), read("spectrum/stft-2048-700-magnitude")))
                .isLessThan(1e-6);
    }

    @Test
    void agreesWithLibrosaInMelBands() {
        MelBank bank = MelBank.of(MelParameters.standard(RATE_HZ, 2048, 128));
        Spectrogram power = Spectrogram.empty(128, 9);

        kernel(StftParameters.centred(2048, 512)).mel(signal(), 0, 9, bank, power);

        assertThat(relativeDifference(power.values(), read("spectrum/mel-power")))
                .isLessThan(1e-6);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192})
    void transformsEveryPowerOfTwo(int fftSize) {
        StftParameters parameters = StftParameters.uncentred(fftSize, fftSize);
        float[] samples = signal(fftSize);

        ComplexSpectrogram spectrogram = transform(parameters, samples);

        double loudest = 0;
        double farthest = 0;
        float[] window = parameters.window();
        // Every bin of the short frames, 40 of the long ones: the definition is slow.
        for (int bin = 0; bin <= fftSize / 2; bin += Math.max(1, fftSize / 80)) {
            double real = 0;
            double imaginary = 0;
            for (int n = 0; n < fftSize; n++) {
                double angle = -2 * Math.PI * ((long) n * bin % fftSize) / fftSize;
                real += samples[n] * window[n] * Math.cos(angle);
                imaginary += samples[n] * window[n] * Math.sin(angle);
            }
            loudest = Math.max(loudest, Math.hypot(real, imaginary));
            farthest = Math.max(
                    farthest,
                    Math.hypot(spectrogram.real()[bin] - real, spectrogram.imaginary()[bin] - imaginary));
        }
        assertThat(farthest).isLessThanOrEqualTo(1e-6 * loudest);
    }

    @ParameterizedTest
    @CsvSource({"64, 1", "64, 16", "64, 63", "64, 64", "64, 65", "64, 1000", "512, 147", "2048, 5"})
    void takesEachFrameWhereItStands(int fftSize, int hopLength) {
        float[] samples = signal(5000);
        StftParameters parameters = StftParameters.centred(fftSize, hopLength);
        float[] padded = new float[samples.length + 2 * fftSize];
        System.arraycopy(samples, 0, padded, fftSize, samples.length);
        Spectrogram together = magnitude(parameters, samples);

        for (int frame : new int[] {0, 1, together.frames() / 2, together.frames() - 1}) {
            int first = fftSize + frame * hopLength - fftSize / 2;
            float[] crop = Arrays.copyOfRange(padded, first, first + fftSize);
            Spectrogram alone = magnitude(StftParameters.uncentred(fftSize, hopLength), crop);
            assertThat(column(together, frame)).containsExactly(alone.values());
        }
    }

    @Test
    void givesTheSameBitsInWhateverRanges() {
        float[] samples = signal(256 * 150);
        int frames = PARAMETERS.frames(samples.length);
        FrameKernel kernel = kernel(PARAMETERS);
        Spectrogram pieces = Spectrogram.empty(40, frames);

        for (int[] range : new int[][] {{0, 1}, {1, 4}, {4, 71}, {71, 87}, {87, frames}}) {
            kernel.mel(samples, range[0], range[1], BANK, pieces);
        }

        assertThat(pieces.values()).containsExactly(mel(samples).values());
    }

    @Test
    void givesTheSameBitsInWhateverThreads() {
        float[] samples = signal(256 * 150);
        int frames = PARAMETERS.frames(samples.length);
        FrameKernel kernel = kernel(PARAMETERS);
        Spectrogram shared = Spectrogram.empty(40, frames);

        IntStream.range(0, frames).parallel().forEach(frame -> kernel.mel(samples, frame, frame + 1, BANK, shared));

        assertThat(shared.values()).containsExactly(mel(samples).values());
    }

    @Test
    void leavesOtherColumnsAlone() {
        FrameKernel kernel = kernel(PARAMETERS);
        Spectrogram power = Spectrogram.empty(257, 17);
        Arrays.fill(power.values(), -1);

        kernel.power(signal(), 3, 5, power);

        assertThat(column(power, 2)).containsOnly(-1);
        assertThat(column(power, 3)).doesNotContain(-1);
        assertThat(column(power, 4)).doesNotContain(-1);
        assertThat(column(power, 5)).containsOnly(-1);
    }

    @Test
    void squaresTheMagnitudeToPower() {
        ComplexSpectrogram spectrogram = transform(PARAMETERS, signal());
        Spectrogram magnitude = magnitude(PARAMETERS, signal());
        Spectrogram power = Spectrogram.empty(257, 17);
        kernel(PARAMETERS).power(signal(), 0, 17, power);

        float[] squares = magnitude.values().clone();
        for (int i = 0; i < squares.length; i++) {
            squares[i] *= squares[i];
        }
        assertThat(relativeDifference(power.values(), squares)).isLessThan(1e-6);
        assertThat(relativeDifference(
                        magnitude.values(), spectrogram.magnitude().values()))
                .isLessThan(1e-6);
    }

    @Test
    void hearsNothingInSilence() {
        assertThat(mel(new float[10_000]).values()).containsOnly(0);
        assertThat(mel(new float[0]).values()).containsOnly(0).hasSize(40);
    }

    private Spectrogram mel(float[] samples) {
        Spectrogram output = Spectrogram.empty(40, PARAMETERS.frames(samples.length));
        kernel(PARAMETERS).mel(samples, 0, output.frames(), BANK, output);
        return output;
    }

    private Spectrogram magnitude(StftParameters parameters, float[] samples) {
        return new Stft(parameters, kernel(parameters)).magnitude(samples);
    }

    private ComplexSpectrogram transform(StftParameters parameters, float[] samples) {
        return new Stft(parameters, kernel(parameters)).transform(samples);
    }

    private static float[] column(Spectrogram spectrogram, int frame) {
        float[] column = new float[spectrogram.bands()];
        for (int band = 0; band < column.length; band++) {
            column[band] = spectrogram.at(band, frame);
        }
        return column;
    }
}
