package io.timbre.networks.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A network as MXNet's own two files, which MXNet serves without DJL's imperative calls: {@code NAME-symbol.json} and
 * {@code NAME-0000.params}. One input, {@code data}, of {@code (N, input shape)}; one output, with the bits that the
 * imperative block gives. Recurrent layers need the system property {@code ai.djl.mxnet.static_shape=false} for that: with
 * static shapes MXNet runs oneDNN's training kernels, whose last bits differ.
 *
 * <p>The second file is MXNet's format and not that of a checkpoint, though DJL gives both the same name: keep them in
 * folders of their own.
 */
public final class MxNetSymbol {

    /** The name of the input. */
    public static final String INPUT = "data";

    private static final JsonMapper JSON = new JsonMapper();

    private final String name;
    private final byte[] symbol;
    private final byte[] parameters;

    private MxNetSymbol(String name, byte[] symbol, byte[] parameters) {
        this.name = name;
        this.symbol = symbol;
        this.parameters = parameters;
    }

    /** The symbol of a network; batch normalisation's running statistics become auxiliary states. */
    public static MxNetSymbol of(TrainedNetwork network) {
        var layers = new SymbolLayers();
        int input = layers.nodes().input(INPUT);
        int head = layers.append(input, network.layers());
        return new MxNetSymbol(
                network.name(),
                json(layers.nodes().graph(head)),
                MxNetArrays.write(layers.nodes().weights()));
    }

    /** Writes both files; makes the folder if need be. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(name + "-symbol.json"), symbol);
        Files.write(folder.resolve(name + "-0000.params"), parameters);
    }

    private static byte[] json(SymbolNodes.Graph graph) {
        try {
            return JSON.writeValueAsBytes(graph);
        } catch (JsonProcessingException e) {
            throw new AssertionError("a graph is numbers and strings", e);
        }
    }
}
