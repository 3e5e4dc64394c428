package io.timbre.networks.gradient;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import io.timbre.networks.engine.ParametersFile;
import io.timbre.networks.engine.Placement;
import io.timbre.networks.table.Convolution;
import io.timbre.networks.table.GaborBank;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Relu;
import io.timbre.networks.table.SegmentNormalisation;
import io.timbre.networks.table.Standardisation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A trained network that is asked why: its logits, what they hang on, what each layer gives, and what of the input a
 * feature map came from. With parameters of its own, so that whoever serves is not kept waiting.
 *
 * <p>Inputs are row-major arrays of the network's input shape. Dropout does nothing here. May be shared between threads,
 * which take turns; call from few, long-lived ones, as MXNet keeps memory for each.
 */
public final class DifferentiableModel implements AutoCloseable {

    /** Inputs a pass: their activations and gradients are all in memory at once. */
    private static final int DEVICE_BATCH = 16;

    /** PyTorch takes one recording a process. */
    private static final Object RECORDING = new Object();

    private final Network network;
    private final Placement placement;
    private final byte[] parameters;
    private final Model model;
    private final List<Block> blocks;

    private DifferentiableModel(Network network, Placement placement, byte[] parameters, Model model) {
        this.network = network;
        this.placement = placement;
        this.parameters = parameters;
        this.model = model;
        this.blocks = model.getBlock().getChildren().values();
    }

    /** A model of its own, by MXNet on the CPU, as {@link #of(Network, byte[], Placement)}. */
    public static DifferentiableModel of(Network network, byte[] parameters) {
        return of(network, parameters, Placement.STANDARD);
    }

    /**
     * A model of its own.
     *
     * @param parameters as {@link ParametersFile#write} gives them
     * @throws IllegalArgumentException if they are damaged or another network's, if the network normalises batches,
     *     since its gradients would be of its training and not of its answers, or if the engine gives no gradients
     */
    public static DifferentiableModel of(Network network, byte[] parameters, Placement placement) {
        var still = Stillness.of(network);
        var model = placement.withGradients().newModel(still);
        try {
            ParametersFile.read(parameters, model, still);
            model.getBlock().freezeParameters(true);
            return new DifferentiableModel(still, placement, parameters.clone(), model);
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    /** The network as it is asked: with dropout of rate 0. */
    public Network network() {
        return network;
    }

    /**
     * The mean of the training data, which standardisation makes zeros: an input that is neither this nor that. Where each
     * input is normalised before, the mean of what was, at the level and the range of these inputs together.
     *
     * @param inputs at least one, such as the segments of a track
     * @return an array of the input shape; empty if the network does not standardise
     */
    public synchronized Optional<float[]> meanInput(List<float[]> inputs) {
        if (!network.standardises()) {
            return Optional.empty();
        }
        var mean = blocks.get(network.normalisesSegments() ? 1 : 0)
                .getParameters()
                .get("mean")
                .getArray();
        try (var manager = model.getNDManager().newSubManager()) {
            var spread =
                    manager.zeros(new Shape(1).addAll(network.inputShape())).add(mean);
            if (!network.normalisesSegments()) {
                return Optional.of(spread.toFloatArray());
            }
            var all = batch(manager, inputs).toFloatArray();
            return Optional.of(spread.mul(SegmentNormalisation.deviation(all))
                    .add(SegmentNormalisation.mean(all))
                    .toFloatArray());
        }
    }

    /** The logits of each input, in their order. */
    public float[][] logits(List<float[]> inputs) {
        return inBatches(inputs, (batch, from) -> {
            var activation = batch;
            for (var block : blocks) {
                activation = forward(block, activation, false);
            }
            return activation;
        });
    }

    /**
     * The gradient, at each input, of the sum of its logits weighted by its row of weights: with a one in one place, the
     * gradient of a logit.
     *
     * @param weights one row an input, one weight a logit
     * @return one array an input, of the input shape, in logits per unit of the input
     */
    public float[][] gradients(List<float[]> inputs, float[][] weights) {
        if (weights.length != inputs.size()) {
            throw new IllegalArgumentException(
                    "weights must be a row an input, of which there are " + inputs.size() + ": were " + weights.length);
        }
        return inBatches(inputs, (batch, from) -> {
            int count = Math.toIntExact(batch.getShape().get(0));
            var rows = batch.getManager().create(Arrays.copyOfRange(weights, from, from + count));
            return pulledBack(this::forwardAll, batch, rows);
        });
    }

    /** What each layer gives for one input, in order, each as a row-major array of the layer's output shape. */
    public synchronized List<float[]> activations(float[] input) {
        try (var manager = model.getNDManager().newSubManager()) {
            return activations(batch(manager, List.of(input)), blocks.size()).stream()
                    .skip(1)
                    .map(NDArray::toFloatArray)
                    .toList();
        }
    }

    /**
     * What of the input made each of some feature maps, by a deconvolutional network: all that the other maps of the layer
     * hold is dropped, then each layer is walked back, a pool by putting each value where its maximum was, a ReLU by a
     * ReLU, a convolution by its transposed kernels, the normalisation of a segment, which is the first layer or none, by
     * its deviation alone.
     *
     * @param layer from 0, its output pictures {@code (C, H, W)}
     * @param features channels of that output
     * @return one array a feature, of the input shape
     * @throws IllegalArgumentException if the layer gives no pictures, or fewer
     * @see "M. D. Zeiler, R. Fergus, Visualizing and Understanding Convolutional Networks, ECCV 2014"
     */
    public synchronized float[][] deconvolved(float[] input, int layer, int... features) {
        requirePictures(layer, features);
        try (var manager = model.getNDManager().newSubManager()) {
            var activations = activations(batch(manager, List.of(input)), layer + 1);
            var signal = activations.get(layer + 1).mul(only(manager, layer, features));
            for (int i = layer; i >= 0; i--) {
                var block = blocks.get(i);
                signal = switch (network.layers().get(i)) {
                    case Relu ignored -> signal.maximum(0);
                    case SegmentNormalisation ignored -> signal.div(SegmentNormalisation.deviation(input));
                    default ->
                        pulledBack(
                                array -> forward(block, array, true),
                                activations.get(i).repeat(0, features.length),
                                signal);
                };
            }
            return rows(signal, features.length);
        }
    }

    /**
     * The kernels of a convolution: {@code (filters, channels, height, width)}, row-major; of a Gabor bank, one phase of each
     * map.
     *
     * @param layer from 0
     * @throws IllegalArgumentException if it is neither
     */
    public synchronized float[] kernels(int layer) {
        if (network.layers().get(layer) instanceof GaborBank) {
            return GaborBank.evenKernels();
        }
        if (!(network.layers().get(layer) instanceof Convolution)) {
            throw new IllegalArgumentException("layer " + layer + " of " + network.name()
                    + " must be a convolution: is " + network.layers().get(layer));
        }
        return blocks.get(layer).getParameters().get("weight").getArray().toFloatArray();
    }

    /**
     * A model of its own whose last layers have forgotten all: their weights are drawn anew, normally distributed with the
     * deviation that each array had.
     *
     * @param layers how many, from the last back, of those that {@link #learntLayers} counts
     */
    public DifferentiableModel randomised(int layers, long seed) {
        var twin = of(network, parameters, placement);
        var learnt = twin.learnt();
        var random = new SplittableRandom(seed);
        learnt.subList(learnt.size() - layers, learnt.size()).forEach(block -> Amnesia.of(block, random));
        return twin;
    }

    /** How many layers hold numbers that were learnt. */
    public int learntLayers() {
        return learnt().size();
    }

    private List<Block> learnt() {
        return IntStream.range(0, blocks.size())
                .filter(i -> !(network.layers().get(i) instanceof Standardisation))
                .mapToObj(blocks::get)
                .filter(block -> !block.getParameters().isEmpty())
                .toList();
    }

    private void requirePictures(int layer, int... features) {
        var shape = network.outputShapes().get(layer);
        if (shape.dimension() != 3 || network.inputShape().dimension() != 3) {
            throw new IllegalArgumentException(
                    "layer " + layer + " of " + network.name() + " must give feature maps: gives " + shape);
        }
        for (int feature : features) {
            if (feature < 0 || feature >= shape.get(0)) {
                throw new IllegalArgumentException("a feature map of layer " + layer + " of " + network.name()
                        + " must be from 0 to " + (shape.get(0) - 1) + ": was " + feature);
            }
        }
    }

    /** One row a feature, which keeps its own channel of the layer's output. */
    private NDArray only(NDManager manager, int layer, int... features) {
        int channels = (int) network.outputShapes().get(layer).get(0);
        var mask = new float[features.length * channels];
        for (int i = 0; i < features.length; i++) {
            mask[i * channels + features[i]] = 1;
        }
        return manager.create(mask, new Shape(features.length, channels, 1, 1));
    }

    /** The inputs, then what each of the first so many layers gives. */
    private List<NDArray> activations(NDArray inputs, int layers) {
        var activations = new ArrayList<NDArray>(List.of(inputs));
        for (var block : blocks.subList(0, layers)) {
            activations.add(forward(block, activations.getLast(), false));
        }
        return activations;
    }

    private NDArray forwardAll(NDArray inputs) {
        var activation = inputs;
        for (var block : blocks) {
            activation = forward(block, activation, true);
        }
        return activation;
    }

    /** MXNet records a gradient only of what believes that it is trained. */
    private static NDArray forward(Block block, NDArray inputs, boolean recorded) {
        var store = new ParameterStore(inputs.getManager(), false);
        return block.forward(store, new NDList(inputs), recorded).singletonOrThrow();
    }

    /** The product of a vector with the Jacobian of a function: what the vector of outputs says of the inputs. */
    private NDArray pulledBack(UnaryOperator<NDArray> function, NDArray inputs, NDArray outputs) {
        var leaf = inputs.duplicate();
        leaf.setRequiresGradient(true);
        synchronized (RECORDING) {
            try (var collector = placement.engine().engine().newGradientCollector()) {
                collector.backward(function.apply(leaf).mul(outputs).sum());
            }
            return leaf.getGradient();
        }
    }

    @FunctionalInterface
    private interface Pass {
        /** @param from position of the batch's first input among all */
        NDArray run(NDArray batch, int from);
    }

    private synchronized float[][] inBatches(List<float[]> inputs, Pass pass) {
        var results = new float[inputs.size()][];
        for (int from = 0; from < inputs.size(); from += DEVICE_BATCH) {
            int to = Math.min(from + DEVICE_BATCH, inputs.size());
            try (var manager = model.getNDManager().newSubManager()) {
                var rows = rows(pass.run(batch(manager, inputs.subList(from, to)), from), to - from);
                System.arraycopy(rows, 0, results, from, rows.length);
            }
        }
        return results;
    }

    private NDArray batch(NDManager manager, List<float[]> inputs) {
        var all = new float[inputs.size() * network.inputSize()];
        for (int i = 0; i < inputs.size(); i++) {
            System.arraycopy(requireLength(inputs.get(i)), 0, all, i * network.inputSize(), network.inputSize());
        }
        return manager.create(all, new Shape(inputs.size()).addAll(network.inputShape()));
    }

    private float[] requireLength(float[] input) {
        if (input.length != network.inputSize()) {
            throw new IllegalArgumentException("an input of " + network.inputShape() + " must have "
                    + network.inputSize() + " values: had " + input.length);
        }
        return input;
    }

    private static float[][] rows(NDArray array, int rows) {
        var values = array.toFloatArray();
        int columns = values.length / rows;
        return IntStream.range(0, rows)
                .mapToObj(row -> Arrays.copyOfRange(values, row * columns, (row + 1) * columns))
                .toArray(float[][]::new);
    }

    /** Frees the native memory; waits for what is under way. */
    @Override
    public synchronized void close() {
        model.close();
    }
}
