package io.timbre.networks.table;

import static io.timbre.networks.table.Requirements.requirePositive;
import static io.timbre.networks.table.Requirements.requireSequence;

import ai.djl.ndarray.types.Shape;

/**
 * One recurrent layer from the first step to the last, starting from zeros: {@code (T, D) -> (T, units)}, gates units (D +
 * units + 2) numbers. Two biases a gate, as MXNet, PyTorch and ONNX have them; Keras adds them into one, so its tables
 * count gates units fewer.
 *
 * <p>Layers are stacked one by one and never bidirectional: parameters of those do not move between engines.
 */
public record Recurrent(Cell cell, int units) implements Layer {

    public Recurrent {
        requirePositive("units", units);
    }

    /** What a step does with its input and the state before it. */
    public enum Cell {
        /** Elman's, {@code tanh(W x + U h + b)}. */
        RNN_TANH(1),
        /** Elman's, {@code max(W x + U h + b, 0)}. */
        RNN_RELU(1),
        GRU(3),
        LSTM(4);

        private final int gates;

        Cell(int gates) {
            this.gates = gates;
        }

        /** How many matrices of weights there are for the input, and as many for the state. */
        public int gates() {
            return gates;
        }
    }

    @Override
    public Shape outputShape(Shape input) {
        return new Shape(requireSequence(this, input).get(0), units);
    }

    @Override
    public long parameterCount(Shape input) {
        return cell.gates() * units * (input.get(1) + units + 2L);
    }
}
