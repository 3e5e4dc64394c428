package io.timbre.trainer.experiment.vanmieghem;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import io.timbre.networks.engine.ComputeEngine;
import io.timbre.networks.engine.ParametersFile;
import io.timbre.networks.engine.SegmentScorer;
import io.timbre.networks.model.Softmax;
import io.timbre.networks.table.Network;
import io.timbre.networks.zoo.VanMieghem;
import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Prediction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A fitted CNN of the thesis whose first layer is made smaller without fitting it anew.
 *
 * @param network as it was fitted
 * @param parameters that came of it
 */
@SuppressWarnings("ArrayRecordComponent") // read once and never compared
record PrunedCnn(Network network, byte[] parameters) {

    /** Weights and biases of either convolution come first, in this order. */
    private static final int WEIGHTS = 0;

    private static final int BIASES = 1;
    private static final int NEXT = 2;

    /** How many kernels are left, and what the smaller network makes of examples. */
    record Pruned(int kernels, List<Prediction> predictions) {}

    Pruned predict(UnaryOperator<FirstKernels> prune, List<Example> examples) {
        try (var fitted = ComputeEngine.MXNET.newModel(network)) {
            ParametersFile.read(parameters, fitted, network);
            var arrays = arrays(fitted);
            var kernels = prune.apply(firstKernels(arrays));
            int second = (int) arrays.get(NEXT).getShape().get(0);
            var smaller = VanMieghem.cnn(network.inputShape(), kernels.count(), second, network.outputs());
            try (var model = ComputeEngine.MXNET.newModel(smaller)) {
                model.getBlock()
                        .initialize(model.getNDManager(), DataType.FLOAT32, new Shape(1).addAll(smaller.inputShape()));
                write(kernels, arrays, arrays(model));
                return new Pruned(kernels.count(), predictions(new SegmentScorer(model, smaller), examples));
            }
        }
    }

    private static FirstKernels firstKernels(List<NDArray> arrays) {
        var shape = arrays.get(NEXT).getShape();
        int first = (int) shape.get(1);
        var next = new float[(int) shape.get(0)][][];
        var rows = rows(arrays.get(NEXT).toFloatArray(), next.length * first);
        for (int second = 0; second < next.length; second++) {
            next[second] = rows.subList(second * first, (second + 1) * first).toArray(float[][]::new);
        }
        return new FirstKernels(
                rows(arrays.get(WEIGHTS).toFloatArray(), first).toArray(float[][]::new),
                arrays.get(BIASES).toFloatArray(),
                next);
    }

    private static void write(FirstKernels kernels, List<NDArray> from, List<NDArray> to) {
        for (int i = NEXT + 1; i < from.size(); i++) {
            to.get(i).set(from.get(i).toFloatArray());
        }
        to.get(WEIGHTS).set(joined(List.of(kernels.weights())));
        to.get(BIASES).set(kernels.biases());
        to.get(NEXT)
                .set(joined(
                        Arrays.stream(kernels.next()).flatMap(Arrays::stream).toList()));
    }

    private static List<Prediction> predictions(SegmentScorer scorer, List<Example> examples) {
        var scores = scorer.score(examples.stream().map(Example::input).toList());
        var predictions = new ArrayList<Prediction>();
        for (int i = 0; i < scores.size(); i++) {
            predictions.add(new Prediction(
                    examples.get(i), Softmax.posteriors(scores.get(i).logits(), 1)));
        }
        return predictions;
    }

    private static List<NDArray> arrays(Model model) {
        return model.getBlock().getParameters().values().stream()
                .map(Parameter::getArray)
                .toList();
    }

    private static List<float[]> rows(float[] matrix, int rows) {
        int columns = matrix.length / rows;
        var cut = new ArrayList<float[]>();
        for (int row = 0; row < rows; row++) {
            cut.add(Arrays.copyOfRange(matrix, row * columns, (row + 1) * columns));
        }
        return cut;
    }

    private static float[] joined(List<float[]> rows) {
        int columns = rows.getFirst().length;
        var all = new float[rows.size() * columns];
        for (int row = 0; row < rows.size(); row++) {
            System.arraycopy(rows.get(row), 0, all, row * columns, columns);
        }
        return all;
    }
}
