package io.timbre.signal.spectrum;

import static io.timbre.signal.Golden.RATE_HZ;
import static io.timbre.signal.Golden.largestDifference;
import static io.timbre.signal.Golden.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.timbre.signal.Golden;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MfccTest {
    private final float[] signal = Golden.signal();

    @Test
    void agreesWithLibrosa() {
        Spectrogram mfcc = Mfcc.standard(RATE_HZ, 20).of(signal);

        assertThat(mfcc.bands()).isEqualTo(20);
        assertThat(mfcc.frames()).isEqualTo(9);
        assertThat(largestDifference(mfcc.values(), read("spectrum/mfcc"))).isLessThan(1e-3);
    }

    @Test
    void agreesWithLibrosaOfOtherFramesAndBands() {
        MelBank bank = MelBank.of(MelParameters.standard(RATE_HZ, 512, 40));
        Mfcc mfcc = new Mfcc(new MelSpectrogram(StftParameters.centred(512, 256), bank), 13);

        assertThat(largestDifference(mfcc.of(signal).values(), read("spectrum/mfcc-13-of-40")))
                .isLessThan(1e-3);
    }

    @Test
    void hasOnlyTheFirstCoefficientWhereAllBandsAreAlike() {
        float[] decibels = new float[128];
        Arrays.fill(decibels, -10);

        float[] mfcc = Mfcc.standard(RATE_HZ, 3)
                .ofDecibels(new Spectrogram(decibels, 128, 1))
                .values();

        // -10 sqrt(128)
        assertThat(mfcc).containsExactly(new float[] {-113.137085f, 0, 0}, within(1e-3f));
    }

    @Test
    void refusesMoreCoefficientsThanBands() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mfcc.standard(RATE_HZ, 129))
                .withMessage("coefficients must be 1 to 128: were 129");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mfcc.standard(RATE_HZ, 20).ofDecibels(Spectrogram.empty(40, 2)))
                .withMessage("bands must be 128: were 40");
    }
}
