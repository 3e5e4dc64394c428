package io.timbre.signal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.timbre.signal.resample.SampleBuffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharedSamplesTest {
    private Path file;

    @BeforeEach
    void create() throws IOException {
        file = SharedSamples.create();
    }

    @AfterEach
    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    @Test
    void areSeenAtBothEndsWithoutTheFile() throws Exception {
        var here = SharedSamples.open(file);
        var there = SharedSamples.open(file);
        Files.delete(file);
        var taken = new SampleBuffer();

        assertThat(here.put(new float[] {9, 1, 2, 3, 9}, 1, 3)).isEqualTo(3);
        there.giveTo(taken, here.size());

        assertThat(taken.toArray()).containsExactly(1, 2, 3);
    }

    @Test
    void areNoMoreThanTheyCanBe() throws Exception {
        var shared = SharedSamples.open(file);
        int most = SharedSamples.CAPACITY;

        assertThat(shared.put(new float[most + 1], 0, most + 1)).isEqualTo(most);
        assertThat(shared.isFull()).isTrue();
        shared.giveTo((samples, start, count) -> {}, most);
        for (int size : new int[] {-1, most + 1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertThatIOException()
                    .isThrownBy(() -> shared.giveTo((samples, start, count) -> {}, size))
                    .withMessage("no more than 1048576 samples can be here: " + size);
        }
    }
}
