package io.timbre.networks.zoo;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.LastStep;
import io.timbre.networks.table.Layer;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Recurrent;
import io.timbre.networks.table.Recurrent.Cell;
import io.timbre.networks.table.Relu;
import java.util.ArrayList;
import java.util.List;

/**
 * Stephen's recurrent networks on the pitches of the first 100 notes, in their three iterations: {@code (100, 1) -> (1)},
 * one logit for electronic against jazz, or one a class where there are more than two.
 *
 * <p>The first iteration's single unit has a ReLU where the others have a sigmoid; like any output activation, it is the
 * caller's to apply.
 */
public final class Stephen {

    /** Notes of a piece, one pitch each. */
    public static final Shape NOTES = new Shape(100, 1);

    private Stephen() {}

    /** SimpleRNN of 50, ReLU; one unit. */
    public static Network iteration1(int classes) {
        return network("stephen-rnn-1", 50, List.of(), classes);
    }

    /** SimpleRNN of 40, ReLU; 16, ReLU; one unit. */
    public static Network iteration2(int classes) {
        return network("stephen-rnn-2", 40, List.of(new FullyConnected(16), new Relu()), classes);
    }

    /** SimpleRNN of 50, ReLU; 128, ReLU; one unit. */
    public static Network iteration3(int classes) {
        return network("stephen-rnn-3", 50, List.of(new FullyConnected(128), new Relu()), classes);
    }

    private static Network network(String name, int units, List<Layer> hidden, int classes) {
        var layers = new ArrayList<Layer>(List.of(new Recurrent(Cell.RNN_RELU, units), new LastStep()));
        layers.addAll(hidden);
        layers.add(new FullyConnected(classes == 2 ? 1 : classes));
        return new Network(name, NOTES, layers);
    }
}
