package io.timbre.networks.export;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.Model;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.timbre.networks.engine.ComputeEngine;
import io.timbre.networks.engine.Forward;
import io.timbre.networks.engine.SeededParameters;
import io.timbre.networks.table.Network;
import io.timbre.networks.zoo.Zoo;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MxNetSymbolTest {

    private static final String STATIC_SHAPE = "ai.djl.mxnet.static_shape";

    @TempDir
    Path folder;

    @BeforeAll
    static void letShapesVary() {
        System.setProperty(STATIC_SHAPE, "false");
    }

    @AfterAll
    static void fixShapes() {
        System.clearProperty(STATIC_SHAPE);
    }

    @ParameterizedTest
    @MethodSource("io.timbre.networks.engine.EveryLayer#networks")
    void givesTheBitsOfTheImperativeBlock(Network network) throws Exception {
        var parameters = SeededParameters.of(network);
        MxNetSymbol.of(TrainedNetwork.of(network, parameters)).write(folder);

        try (var symbolic = Model.newInstance(network.name(), Device.cpu(), "MXNet")) {
            symbolic.load(folder, network.name());
            for (int batch : new int[] {1, 3}) {
                var inputs = Forward.inputs(network, batch);
                assertThat(Forward.outputs(symbolic, network, inputs))
                        .isEqualTo(Forward.outputs(ComputeEngine.MXNET, network, parameters, inputs));
            }
        }
    }

    @Test
    void namesTheInputAndWhatWasMeasured() throws Exception {
        var network = Zoo.network("lee-lstm", 6);
        MxNetSymbol.of(TrainedNetwork.of(network, SeededParameters.of(network))).write(folder);

        var symbol =
                new JsonMapper().readTree(folder.resolve("lee-lstm-symbol.json").toFile());
        assertThat(symbol.at("/nodes/0/name").asText()).isEqualTo(MxNetSymbol.INPUT);
        assertThat(Files.readString(folder.resolve("lee-lstm-0000.params"), StandardCharsets.ISO_8859_1))
                .contains("arg:layer0_weights", "arg:layer2_gamma", "aux:layer2_moving_mean", "aux:layer2_moving_var");
    }
}
