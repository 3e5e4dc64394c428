package io.timbre.networks.export;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import io.timbre.networks.table.Branches;
import io.timbre.networks.table.Layer;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a network's table beside the arrays that its block holds, in the block's order.
 *
 * @param input the shape that comes in, without the batch
 * @param weights of this layer; none of {@link Branches}, whose layers have their own
 * @param branches of {@link Branches}, else none
 */
record TrainedLayer(Layer layer, Shape input, List<Weight> weights, List<List<TrainedLayer>> branches) {

    /** Walks down the table and the tree of blocks that was made from it, side by side. */
    static List<TrainedLayer> of(Shape input, List<Layer> layers, Block block) {
        var blocks = block.getChildren().values();
        var trained = new ArrayList<TrainedLayer>(layers.size());
        var shape = input;
        for (int i = 0; i < layers.size(); i++) {
            trained.add(of(shape, layers.get(i), blocks.get(i)));
            shape = layers.get(i).outputShape(shape);
        }
        return trained;
    }

    private static TrainedLayer of(Shape input, Layer layer, Block block) {
        if (layer instanceof Branches(List<List<Layer>> branches)) {
            return new TrainedLayer(layer, input, List.of(), branches(input, branches, block));
        }
        var weights = block.getParameters().values().stream()
                .map(parameter -> new Weight(
                        parameter.getArray().getShape(), parameter.getArray().toFloatArray()))
                .toList();
        return new TrainedLayer(layer, input, weights, List.of());
    }

    private static List<List<TrainedLayer>> branches(Shape input, List<List<Layer>> branches, Block block) {
        var trained = new ArrayList<List<TrainedLayer>>(branches.size());
        for (int i = 0; i < branches.size(); i++) {
            trained.add(of(input, branches.get(i), block.getChildren().valueAt(i)));
        }
        return trained;
    }

    /** The shape that goes out, without the batch. */
    Shape output() {
        return layer.outputShape(input);
    }
}
