package io.timbre.networks.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

class ChoiTest {

    @Test
    void halvesThePictureFiveTimes() {
        assertThat(Choi.cnn(3).outputShapes())
                .containsSubsequence(
                        new Shape(64, 257, 173),
                        new Shape(64, 128, 86),
                        new Shape(64, 64, 43),
                        new Shape(64, 32, 21),
                        new Shape(64, 16, 10),
                        new Shape(64, 8, 5),
                        new Shape(2560),
                        new Shape(256),
                        new Shape(3));
    }

    @Test
    void hasTheSizeOfItsTable() {
        // 64 (9 + 1), four times 64 (64 x 9 + 1), 256 (64 x 8 x 5 + 1), 3 (256 + 1)
        assertThat(Choi.cnn(3).parameterCount()).isEqualTo(640 + 4 * 36_928 + 655_616 + 771);
    }
}
