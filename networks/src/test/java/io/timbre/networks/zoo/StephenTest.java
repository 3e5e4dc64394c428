package io.timbre.networks.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.table.Network;
import org.junit.jupiter.api.Test;

/** Counts are Keras', which has one bias a unit where ours have two: the recurrent units are what ours are more. */
class StephenTest {

    @Test
    void iteration1IsFiftyUnitsAndOne() {
        var network = Stephen.iteration1(2);
        assertThat(network.inputShape()).isEqualTo(new Shape(100, 1));
        assertThat(network.outputShapes()).containsSubsequence(new Shape(100, 50), new Shape(50), new Shape(1));
        // 50 (1 + 50 + 1) + 1 (50 + 1)
        assertThat(kerasCount(network, 50)).isEqualTo(2600 + 51);
    }

    @Test
    void iteration2IsFortyUnitsSixteenAndOne() {
        var network = Stephen.iteration2(2);
        assertThat(network.outputShapes()).containsSubsequence(new Shape(100, 40), new Shape(16), new Shape(1));
        // 40 (1 + 40 + 1) + 16 (40 + 1) + 1 (16 + 1)
        assertThat(kerasCount(network, 40)).isEqualTo(1680 + 656 + 17);
    }

    @Test
    void iteration3IsFiftyUnitsAHundredAndTwentyEightAndOne() {
        var network = Stephen.iteration3(2);
        assertThat(network.outputShapes()).containsSubsequence(new Shape(100, 50), new Shape(128), new Shape(1));
        // 50 (1 + 50 + 1) + 128 (50 + 1) + 1 (128 + 1)
        assertThat(kerasCount(network, 50)).isEqualTo(2600 + 6528 + 129);
    }

    @Test
    void moreThanTwoClassesGetALogitEach() {
        assertThat(Stephen.iteration3(9).outputs()).isEqualTo(9);
    }

    private static long kerasCount(Network network, int recurrentUnits) {
        return network.parameterCount() - recurrentUnits;
    }
}
