package io.timbre.trainer.experiment.lee;

import io.timbre.networks.engine.ComputeEngine;
import io.timbre.networks.engine.ParametersFile;
import io.timbre.networks.engine.SegmentScorer;
import io.timbre.networks.table.Network;
import io.timbre.trainer.data.Example;
import java.util.List;
import java.util.stream.IntStream;

/** A network that has learnt from real examples alone and says which genre it hears in others. */
@SuppressWarnings("ArrayRecordComponent") // used once and never compared
record Judge(Network network, byte[] parameters) {

    /** The class of the largest logit of each example, which is given in decibels. */
    int[] genres(List<Example> examples) {
        try (var model = ComputeEngine.MXNET.newModel(network)) {
            ParametersFile.read(parameters, model, network);
            var inputs =
                    examples.stream().map(LstmInput::of).map(Example::input).toList();
            return new SegmentScorer(model, network)
                    .score(inputs).stream()
                            .mapToInt(score -> largest(score.logits()))
                            .toArray();
        }
    }

    private static int largest(float[] logits) {
        return IntStream.range(0, logits.length)
                .reduce((best, i) -> logits[i] > logits[best] ? i : best)
                .orElseThrow();
    }
}
