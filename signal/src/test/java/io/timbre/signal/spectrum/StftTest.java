package io.timbre.signal.spectrum;

import static io.timbre.signal.Golden.read;
import static io.timbre.signal.Golden.relativeDifference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.timbre.signal.Golden;
import org.junit.jupiter.api.Test;

class StftTest {
    private final float[] signal = Golden.signal();

    @Test
    void agreesWithLibrosaUncentredAndOfNoPowerOfTwo() {
        Spectrogram magnitude = new Stft(StftParameters.uncentred(882, 441)).magnitude(signal);

        assertThat(magnitude.bands()).isEqualTo(442);
        assertThat(magnitude.frames()).isEqualTo(8);
        assertThat(relativeDifference(magnitude.values(), read("spectrum/stft-882-441-uncentred-magnitude")))
                .isLessThan(1e-6);
    }

    @Test
    void hasAFrameMoreThanHopsIfCentredAndOnlyWholeOnesElse() {
        // 4 s at 11,025 Hz: 44,100 / 256 = 172.3
        assertThat(StftParameters.centred(512, 256).frames(44_100)).isEqualTo(173);
        assertThat(StftParameters.centred(512, 256).frames(0)).isEqualTo(1);
        // 3 s at 44,100 Hz: (132,300 - 8820) / 4410 = 28
        assertThat(StftParameters.uncentred(8820, 4410).frames(132_300)).isEqualTo(29);
        assertThat(StftParameters.uncentred(8820, 4410).frames(132_299)).isEqualTo(28);
    }

    @Test
    void refusesWhatHoldsNoFrame() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Stft(StftParameters.uncentred(512, 256)).power(new float[511]))
                .withMessage("samples must be at least 512: were 511");
    }

    @Test
    void refusesFramesThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StftParameters.centred(511, 256))
                .withMessage("fftSize must be even and >= 2: was 511");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StftParameters.centred(512, 0))
                .withMessage("hopLength must be > 0: was 0");
    }
}
