package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Relu;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkTaskTest {

    @Test
    void trainingNeedsThreeTimesTheActivationsOfTheBatch() {
        var network = new Network(
                "wide", new Shape(3), List.of(new FullyConnected(500), new Relu(), new FullyConnected(250)));

        // 500 + 500 + 250 values of 4 bytes are 5 kB a sample
        assertThat(NetworkTask.PREDICTION.gigabytes(network, 200)).isEqualTo(1e-3);
        assertThat(NetworkTask.TRAINING.gigabytes(network, 200)).isEqualTo(3e-3);
    }
}
