package io.timbre.networks.engine;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import io.timbre.networks.table.Network;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The weights of a model as the bytes of DJL's own file, which any of its engines loads.
 *
 * <p>DJL writes and reads that file only in a folder, so both ways lead through a temporary one.
 */
public final class ParametersFile {

    private ParametersFile() {}

    /** The name that DJL expects of the file that {@link #write} gives. */
    public static String name(Network network) {
        return network.name() + "-0000.params";
    }

    /** The parameters of a model that {@link ComputeEngine#newModel} made and somebody initialised or trained. */
    public static byte[] write(Model model) {
        return inFolder(folder -> {
            model.save(folder, model.getName());
            return Files.readAllBytes(folder.resolve(model.getName() + "-0000.params"));
        });
    }

    /**
     * Loads parameters into a model of this network.
     *
     * @throws IllegalArgumentException if they are damaged or of other shapes
     */
    public static void read(byte[] parameters, Model model, Network network) {
        var block = model.getBlock();
        var expected = expectedShapes(model, network);
        block.clear();
        inFolder(folder -> {
            Files.write(folder.resolve(name(network)), parameters);
            load(model, folder, network);
            return folder;
        });
        if (!shapes(block).equals(expected)) {
            throw new IllegalArgumentException(
                    "parameters of " + network.name() + " must have shapes " + expected + ": were " + shapes(block));
        }
    }

    /**
     * The same arrays in the same order for a network whose other layers hold none, such as one that is this one's head.
     *
     * @throws IllegalArgumentException if the networks hold other sizes
     */
    public static byte[] copy(byte[] parameters, Network from, Network to) {
        try (var source = ComputeEngine.MXNET.newModel(from);
                var target = ComputeEngine.MXNET.newModel(to)) {
            read(parameters, source, from);
            var expected = expectedShapes(target, to);
            if (!shapes(source.getBlock()).equals(expected)) {
                throw new IllegalArgumentException("parameters of " + from.name() + " must have shapes " + expected
                        + " for " + to.name() + ": have " + shapes(source.getBlock()));
            }
            var arrays = target.getBlock().getParameters().values();
            for (int i = 0; i < arrays.size(); i++) {
                var values = source.getBlock().getParameters().valueAt(i).getArray();
                arrays.get(i).getArray().set(values.toFloatArray());
            }
            return write(target);
        }
    }

    private static void load(Model model, Path folder, Network network) {
        try {
            model.load(folder, network.name());
        } catch (IOException | MalformedModelException e) {
            throw new IllegalArgumentException("parameters are damaged: " + e.getMessage(), e);
        }
    }

    private static List<Shape> expectedShapes(Model model, Network network) {
        model.getBlock().initialize(model.getNDManager(), DataType.FLOAT32, new Shape(1).addAll(network.inputShape()));
        return shapes(model.getBlock());
    }

    private static List<Shape> shapes(Block block) {
        return block.getParameters().values().stream()
                .map(parameter -> parameter.getArray().getShape())
                .toList();
    }

    private static <T> T inFolder(Step<T> step) {
        try {
            var folder = Files.createTempDirectory("timbre-parameters");
            try {
                return step.run(folder);
            } finally {
                try (var files = Files.list(folder)) {
                    for (var file : files.toList()) {
                        Files.delete(file);
                    }
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Step<T> {
        T run(Path folder) throws IOException;
    }
}
