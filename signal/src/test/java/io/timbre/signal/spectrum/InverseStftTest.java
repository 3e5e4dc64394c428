package io.timbre.signal.spectrum;

import static io.timbre.signal.Golden.read;
import static io.timbre.signal.Golden.relativeDifference;
import static io.timbre.signal.Golden.snrDb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.timbre.signal.Golden;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InverseStftTest {
    private static final StftParameters PARAMETERS = StftParameters.centred(512, 256);

    @ParameterizedTest
    @CsvSource({"512, 256", "512, 128", "2048, 512", "900, 225"})
    void givesTheSoundBack(int fftSize, int hopLength) {
        StftParameters parameters = StftParameters.centred(fftSize, hopLength);
        float[] signal = Golden.signal(10 * fftSize);

        float[] copy = new InverseStft(parameters).invert(new Stft(parameters).transform(signal), signal.length);

        assertThat(snrDb(signal, copy)).isGreaterThan(120);
    }

    @Test
    void agreesWithLibrosaOnAMaskedTransform() {
        ComplexSpectrogram spectrogram = new Stft(PARAMETERS).transform(Golden.signal());
        Spectrogram mask = Spectrogram.empty(spectrogram.bins(), spectrogram.frames());
        for (int i = 0; i < mask.values().length; i++) {
            int bin = i / mask.frames();
            mask.values()[i] = bin % 3 == 0 ? 0 : 1;
        }

        float[] sound = new InverseStft(PARAMETERS).invert(spectrogram.amplified(mask), Golden.SAMPLES);

        assertThat(relativeDifference(sound, read("spectrum/istft-512-256-masked")))
                .isLessThan(1e-5);
    }

    @Test
    void staysSilentWhereNoFrameReaches() {
        ComplexSpectrogram spectrogram = new Stft(PARAMETERS).transform(Golden.signal(512));

        float[] sound = new InverseStft(PARAMETERS).invert(spectrogram, 2000);

        // Three frames, the last with its middle at 512.
        assertThat(sound).hasSize(2000);
        assertThat(Arrays.copyOfRange(sound, 512 + 256, 2000)).containsOnly(0);
    }

    @Test
    void refusesOtherBins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InverseStft(PARAMETERS).invert(ComplexSpectrogram.empty(513, 1), 100))
                .withMessage("bins must be 257: were 513");
    }
}
