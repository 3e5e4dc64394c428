package io.timbre.cli;

import io.timbre.networks.table.Network;
import java.io.IOException;

/** Who can compute a network that is given as a table. */
interface NetworkContestant {
    String name();

    /** Name and version, for people. */
    String description();

    /**
     * The network with fresh weights and a batch of noise.
     *
     * @throws PeerException if it cannot
     */
    ReadyNetwork ready(Network network, NetworkTask task, int batch) throws IOException;
}
