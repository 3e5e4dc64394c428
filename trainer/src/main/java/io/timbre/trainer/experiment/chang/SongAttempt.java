package io.timbre.trainer.experiment.chang;

import io.timbre.networks.table.Network;
import io.timbre.networks.table.Standardisation;
import io.timbre.networks.zoo.Chang;
import java.util.List;
import java.util.function.IntFunction;

/**
 * One way to tell emotions of songs.
 *
 * @param networkFor what reads a song, for so many targets
 * @param standardised whether the inputs are, or come as they are: greys from 0 to 255, descriptors from -100 to 10
 */
record SongAttempt(String name, IntFunction<Network> networkFor, boolean standardised, SongTargets targets) {

    /** What is known of the published networks, changed step by step. */
    static List<SongAttempt> steps(String network, IntFunction<Network> networkFor) {
        return List.of(
                new SongAttempt(network + ", raw inputs, all tags", networkFor, false, SongTargets.ALL_TAGS),
                new SongAttempt(network + ", raw inputs, emotions masked", networkFor, false, SongTargets.MASKED),
                new SongAttempt(network + ", standardised, all tags", networkFor, true, SongTargets.ALL_TAGS),
                new SongAttempt(
                        network + ", standardised, unknown emotions 0", networkFor, true, SongTargets.UNKNOWN_IS_NO),
                new SongAttempt(network + ", standardised, emotions masked", networkFor, true, SongTargets.MASKED));
    }

    /** What an LSTM must be compared with. */
    static SongAttempt baseline() {
        return new SongAttempt("logistic regression on 68 descriptors", Chang::logistic, true, SongTargets.MASKED);
    }

    Network network(int outputs) {
        var network = networkFor.apply(outputs);
        if (standardised) {
            return network;
        }
        var layers = network.layers();
        if (!(layers.getFirst() instanceof Standardisation)) {
            throw new IllegalArgumentException(network.name() + " must begin with a standardisation to leave out");
        }
        return new Network(network.name() + "-raw", network.inputShape(), layers.subList(1, layers.size()));
    }
}
