package io.timbre.cli;

import io.timbre.networks.zoo.Classifier;
import java.io.IOException;

/** Who can compute a network that is given as a table. */
interface NetworkContestant {
    String name();

    /** Name and version, for people. */
    String description();

    /**
     * The network with fresh weights and a batch of noise, whose first job is done: what it takes to compile is behind it.
     *
     * @throws PeerException if it cannot
     * @throws CommandFailedException if what it made is another network
     */
    ReadyNetwork ready(Classifier classifier, NetworkTask task, int batch) throws IOException;
}
