package io.timbre.networks.engine;

import ai.djl.Model;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import io.timbre.networks.table.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the first layers of a network, those that hold no numbers, make of inputs. */
public final class Passage implements AutoCloseable {

    private static final int DEVICE_BATCH = 32;

    private final Network network;
    private final Model model;

    /**
     * A passage through {@link Network#fixedLayers} of a network.
     *
     * @throws IllegalArgumentException if it has none
     */
    public Passage(Network network) {
        this.network = new Network(
                network.name(), network.inputShape(), network.layers().subList(0, network.fixedLayers()));
        this.model = ComputeEngine.MXNET.newModel(this.network);
        model.getBlock().initialize(model.getNDManager(), DataType.FLOAT32, new Shape(1).addAll(network.inputShape()));
    }

    /** What comes out of each input, in order, row-major arrays of the last fixed layer's shape. */
    public List<float[]> through(List<float[]> inputs) {
        var outputs = new ArrayList<float[]>(inputs.size());
        for (int from = 0; from < inputs.size(); from += DEVICE_BATCH) {
            outputs.addAll(batch(inputs.subList(from, Math.min(from + DEVICE_BATCH, inputs.size()))));
        }
        return outputs;
    }

    private List<float[]> batch(List<float[]> inputs) {
        var all = new float[inputs.size() * network.inputSize()];
        for (int i = 0; i < inputs.size(); i++) {
            System.arraycopy(inputs.get(i), 0, all, i * network.inputSize(), network.inputSize());
        }
        try (var manager = model.getNDManager().newSubManager()) {
            var batch = manager.create(all, new Shape(inputs.size()).addAll(network.inputShape()));
            var values = model.getBlock()
                    .forward(new ParameterStore(manager, false), new NDList(batch), false)
                    .singletonOrThrow()
                    .toFloatArray();
            int length = values.length / inputs.size();
            var outputs = new ArrayList<float[]>();
            for (int i = 0; i < inputs.size(); i++) {
                outputs.add(Arrays.copyOfRange(values, i * length, (i + 1) * length));
            }
            return outputs;
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
