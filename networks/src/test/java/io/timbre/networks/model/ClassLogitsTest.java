package io.timbre.networks.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.timbre.networks.zoo.Zoo;
import org.junit.jupiter.api.Test;

class ClassLogitsTest {

    @Test
    void theSoftmaxOfOneLogitsClassesIsItsSigmoid() {
        // 1 / (1 + exp(-ln 3)) = 3 / 4
        var posteriors = Softmax.posteriors(ClassLogits.of((float) Math.log(3)), 1);
        assertThat(posteriors).containsExactly(new float[] {0.25f, 0.75f}, within(1e-6f));
    }

    @Test
    void leavesALogitAClassAsItIs() {
        assertThat(ClassLogits.of(1, 2, 3)).containsExactly(1, 2, 3);
    }

    @Test
    void weighsTheOneLogitAsItsClassesAreWeighed() {
        // 5 * 0.8 + 7 * -0.8 = -1.6 = 1 * -1.6
        var logit = new float[] {-1.6f};
        var classes = ClassLogits.of(logit);
        var weights = ClassLogits.weights(Zoo.network("stephen-rnn-1", 2), 5, 7);
        assertThat(weights[0] * logit[0]).isCloseTo(5 * classes[0] + 7 * classes[1], within(1e-6f));
    }
}
