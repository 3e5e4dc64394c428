package io.timbre.signal.resample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleBufferTest {
    private static final int BLOCK = 1_000;

    private final SampleBuffer buffer = new SampleBuffer();

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 99_999, 100_000, 100_001, Long.MAX_VALUE})
    void keepsWhatCameWhateverWasExpected(long expectedSamples) {
        float[] samples = ramp(100_000);
        buffer.begin(expectedSamples);

        acceptInBlocks(samples);

        assertThat(buffer.toArray()).containsExactly(samples);
    }

    @Test
    void keepsWhatCameUnannounced() {
        float[] samples = ramp(100_000);

        acceptInBlocks(samples);

        assertThat(buffer.toArray()).containsExactly(samples);
    }

    @Test
    void forgetsATrackThatWasNotFinished() {
        buffer.begin(2);
        buffer.accept(new float[] {1, 2}, 0, 2);

        buffer.begin(1);
        buffer.accept(new float[] {3, 4}, 1, 1);

        assertThat(buffer.toArray()).containsExactly(4);
    }

    private void acceptInBlocks(float[] samples) {
        for (int start = 0; start < samples.length; start += BLOCK) {
            buffer.accept(samples, start, BLOCK);
        }
    }

    private static float[] ramp(int count) {
        float[] samples = new float[count];
        for (int i = 0; i < count; i++) {
            samples[i] = i;
        }
        return samples;
    }
}
