package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.table.Branches;
import io.timbre.networks.table.Convolution;
import io.timbre.networks.table.Flatten;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Reshape;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkJsonTest {

    @Test
    void namesEachLayerAndWhatItIsMadeOf() {
        var network = new Network(
                "small",
                new Shape(1, 4, 4),
                List.of(
                        Convolution.same(2, 3),
                        new Branches(List.of(
                                List.of(new Flatten()), List.of(new Reshape(new Shape(32)), new FullyConnected(5))))));

        assertThat(NetworkJson.of(network).toString())
                .isEqualTo("{'name':'small','inputShape':[1,4,4],'layers':[".replace('\'', '"') + """
                        {"layer":"Convolution","filters":2,"kernel":{"height":3,"width":3},\
                        "stride":{"height":1,"width":1},"padding":{"height":1,"width":1}},\
                        {"layer":"Branches","branches":[[{"layer":"Flatten"}],\
                        [{"layer":"Reshape","shape":[32]},{"layer":"FullyConnected","units":5}]]}]}""");
    }
}
