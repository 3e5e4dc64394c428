package io.timbre.signal.spectrum;

import static io.timbre.signal.Golden.RATE_HZ;
import static io.timbre.signal.Golden.largestDifference;
import static io.timbre.signal.Golden.read;
import static io.timbre.signal.Golden.relativeDifference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.timbre.signal.Golden;
import org.junit.jupiter.api.Test;

class MelSpectrogramTest {
    private static final StftParameters STFT = StftParameters.centred(2048, 512);

    private final float[] signal = Golden.signal();

    @Test
    void agreesWithLibrosa() {
        Spectrogram power = MelSpectrogram.standard(RATE_HZ, 128).power(signal);

        assertThat(power.bands()).isEqualTo(128);
        assertThat(power.frames()).isEqualTo(9);
        assertThat(relativeDifference(power.values(), read("spectrum/mel-power")))
                .isLessThan(1e-6);
        assertThat(largestDifference(Decibels.absolute().of(power).values(), read("spectrum/mel-db")))
                .isLessThan(1e-3);
    }

    @Test
    void agreesWithLibrosaOnHtksScale() {
        MelParameters htk = new MelParameters(RATE_HZ, 2048, 128, 0, RATE_HZ / 2.0, MelScale.HTK, true);

        Spectrogram power = new MelSpectrogram(STFT, MelBank.of(htk)).power(signal);

        assertThat(largestDifference(Decibels.absolute().of(power).values(), read("spectrum/mel-htk-db")))
                .isLessThan(1e-3);
    }

    @Test
    void refusesABankForOtherFrames() {
        MelBank bank = MelBank.of(MelParameters.standard(RATE_HZ, 1024, 128));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MelSpectrogram(STFT, bank))
                .withMessage("bins of the bank must be 1025: were 513");
    }
}
