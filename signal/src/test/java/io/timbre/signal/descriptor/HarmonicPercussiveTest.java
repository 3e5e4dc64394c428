package io.timbre.signal.descriptor;

import static io.timbre.signal.descriptor.DescriptorGolden.FFT_SIZE;
import static io.timbre.signal.descriptor.DescriptorGolden.HOP_LENGTH;
import static io.timbre.signal.descriptor.DescriptorGolden.RATE_HZ;
import static io.timbre.signal.descriptor.DescriptorGolden.assertAgrees;
import static io.timbre.signal.descriptor.DescriptorGolden.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.timbre.signal.Signals;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HarmonicPercussiveTest {
    @Test
    void agreesWithLibrosa() {
        HarmonicPercussive parts = separate(Arrays.copyOf(DescriptorGolden.signal(), 4000));

        assertAgrees(parts.harmonic(), read("harmonic"), 1e-5);
        assertAgrees(parts.percussive(), read("percussive"), 1e-5);
    }

    @Test
    void tellsATonesEnergyFromAClicks() {
        float[] tone = Signals.sine(1000, 0.5, 2, RATE_HZ).samples();
        float[] both = tone.clone();
        both[22_000] += 0.9f;

        HarmonicPercussive parts = separate(both);

        assertThat(parts.percussive()[22_000]).isCloseTo(0.9f, within(0.1f));
        assertThat(parts.harmonic()[11_000]).isCloseTo(tone[11_000], within(0.01f));
    }

    @Test
    void isSilentAfterTheLastWholeHop() {
        HarmonicPercussive parts = separate(Arrays.copyOf(DescriptorGolden.signal(), 4000));

        // 7 hops of 512 are 3584.
        assertThat(parts.harmonic()[3583]).isNotZero();
        assertThat(parts.percussive()[3583]).isNotZero();
        assertThat(Arrays.copyOfRange(parts.harmonic(), 3584, 4000)).containsOnly(0);
        assertThat(Arrays.copyOfRange(parts.percussive(), 3584, 4000)).containsOnly(0);
    }

    private static HarmonicPercussive separate(float[] samples) {
        return HarmonicPercussive.of(samples, FFT_SIZE, HOP_LENGTH);
    }
}
