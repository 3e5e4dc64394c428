package io.timbre.trainer.fit;

import io.timbre.networks.engine.ComputeEngine;
import io.timbre.networks.engine.ParametersFile;
import io.timbre.networks.engine.SegmentScorer;
import io.timbre.networks.table.Network;
import java.util.List;
import java.util.Random;

/**
 * Makes examples out of noise.
 *
 * @param network takes noise and, behind it, a condition
 */
@SuppressWarnings("ArrayRecordComponent") // handed on and never compared
public record TrainedGenerator(Network network, byte[] parameters) {

    /**
     * One example for each condition, row-major, of the network's output shape.
     *
     * @param seed the same gives the same examples
     */
    public List<float[]> examples(List<float[]> conditions, long seed) {
        var random = new Random(seed);
        var inputs = conditions.stream()
                .map(condition -> NoisyInput.of(network, condition, random))
                .toList();
        try (var model = ComputeEngine.MXNET.newModel(network)) {
            ParametersFile.read(parameters, model, network);
            return new SegmentScorer(model, network)
                    .score(inputs).stream().map(SegmentScorer.Score::logits).toList();
        }
    }
}
