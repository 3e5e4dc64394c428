package io.timbre.networks.export;

import static io.timbre.networks.export.OnnxNodes.attribute;
import static io.timbre.networks.export.OnnxNodes.attributes;

import ai.djl.ndarray.types.Shape;
import ai.onnx.proto.OnnxMl.AttributeProto;
import io.timbre.networks.table.Recurrent;
import java.util.List;
import java.util.stream.Stream;

/**
 * A recurrent cell in ONNX's words.
 *
 * @param gates for each of ONNX's gates, in its order, the place of the same one in DJL's
 * @param particular attributes that only this cell has
 */
record OnnxCell(String operator, List<Integer> gates, List<AttributeProto> particular) {

    static OnnxCell of(Recurrent.Cell cell) {
        return switch (cell) {
            case RNN_TANH -> new OnnxCell("RNN", List.of(0), List.of(attributes("activations", "Tanh")));
            case RNN_RELU -> new OnnxCell("RNN", List.of(0), List.of(attributes("activations", "Relu")));
            // reset, update, new -> update, reset, new; DJL's resets the state after its matrix, not before
            case GRU -> new OnnxCell("GRU", List.of(1, 0, 2), List.of(attribute("linear_before_reset", 1)));
            // input, forget, cell, output -> input, output, forget, cell
            case LSTM -> new OnnxCell("LSTM", List.of(0, 3, 1, 2), List.of());
        };
    }

    List<AttributeProto> attributesFor(int units) {
        return Stream.concat(Stream.of(attribute("hidden_size", units)), particular.stream())
                .toList();
    }

    /**
     * Arrays with their gates in ONNX's order, side by side behind the axis of directions: a matrix {@code (gates units, D)}
     * becomes {@code (1, gates units, D)}, the two biases {@code (1, 2 gates units)}.
     */
    Weight reordered(List<Weight> arrays, int units) {
        var all = RecurrentWeights.packed(arrays).values();
        var reordered = new float[all.length];
        int rows = gates.size() * units;
        int block = all.length / arrays.size() / gates.size();
        for (int i = 0; i < arrays.size() * gates.size(); i++) {
            int from = i - i % gates.size() + gates.get(i % gates.size());
            System.arraycopy(all, from * block, reordered, i * block, block);
        }
        var shape = arrays.getFirst().shape().dimension() == 2
                ? new Shape(1, rows, all.length / rows)
                : new Shape(1, all.length);
        return new Weight(shape, reordered);
    }
}
