package io.timbre.networks.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SoftmaxTest {

    @Test
    void isTheShareOfEachExponential() {
        float[] logits = {(float) Math.log(1), (float) Math.log(2), (float) Math.log(5)};
        assertThat(Softmax.posteriors(logits, 1)).containsExactly(new float[] {0.125f, 0.25f, 0.625f}, within(1e-6f));
    }

    @Test
    void temperatureTwoTakesTheSquareRootOfTheOdds() {
        float[] logits = {(float) Math.log(9), 0};
        assertThat(Softmax.posteriors(logits, 1)).containsExactly(new float[] {0.9f, 0.1f}, within(1e-6f));
        assertThat(Softmax.posteriors(logits, 2)).containsExactly(new float[] {0.75f, 0.25f}, within(1e-6f));
    }

    @Test
    void doesNotOverflow() {
        assertThat(Softmax.posteriors(new float[] {3e38f, 0}, 1)).containsExactly(1, 0);
    }

    @Test
    void meansGoColumnByColumn() {
        assertThat(Softmax.mean(new float[][] {{1, 2}, {3, 6}})).containsExactly(2, 4);
    }
}
