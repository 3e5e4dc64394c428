package io.timbre.networks.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EmbeddingTest {

    @Test
    void isTheMeanOfTheSegmentsOfLengthOne() {
        // the mean is (3, 4), of length 5
        assertThat(Embedding.ofTrack(new float[][] {{0, 8}, {6, 0}}))
                .containsExactly(new float[] {0.6f, 0.8f}, within(1e-6f));
    }

    @Test
    void staysNothingOfNothing() {
        assertThat(Embedding.ofTrack(new float[2][3])).containsOnly(0);
    }

    @Test
    void hasItsCosineWithAnotherAsProduct() {
        assertThat(Embedding.product(new float[] {0.6f, 0.8f}, new float[] {1, 0}))
                .isCloseTo(0.6, within(1e-6));
    }
}
