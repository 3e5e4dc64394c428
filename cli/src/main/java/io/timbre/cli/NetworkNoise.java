package io.timbre.cli;

import io.timbre.networks.table.Network;
import io.timbre.networks.zoo.Classifier;
import io.timbre.trainer.fit.BandStatistics;
import io.timbre.trainer.fit.Batch;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Inputs that mean nothing, for who wants to know how long a network takes and not what it says. */
final class NetworkNoise {
    private NetworkNoise() {}

    /** So many inputs in a row, of order 1. */
    static float[] inputs(Network network, int rows) {
        var random = new Random(1);
        var noise = new float[rows * network.inputSize()];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        return noise;
    }

    /** The same inputs, all of the first class, or of none where each is judged by itself. */
    static Batch batch(Classifier classifier, int rows) {
        int logits = classifier.network().outputs();
        int places = classifier.judgesEach() ? 2 : logits;
        int answers = classifier.judgesEach() ? rows * logits : rows;
        var targets = new float[answers * places];
        for (int i = 0; i < answers; i++) {
            targets[i * places] = 1;
        }
        return new Batch(rows, inputs(classifier.network(), rows), targets, answers);
    }

    /** What a network that begins with a standardisation has to know of them. */
    static Optional<BandStatistics> statistics(Network network) {
        return network.standardises()
                ? Optional.of(BandStatistics.of(List.of(inputs(network, 1)), network))
                : Optional.empty();
    }
}
