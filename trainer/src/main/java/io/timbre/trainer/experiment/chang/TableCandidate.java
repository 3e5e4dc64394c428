package io.timbre.trainer.experiment.chang;

import io.timbre.networks.table.Network;
import io.timbre.networks.zoo.Chang;
import io.timbre.trainer.data.DescriptorEncoding;
import java.util.List;

/**
 * One way to tell the genre of a row.
 *
 * @param wide whether the network is our wider one with dropout, or Chang's
 * @param classWeights whether all genres count the same, however many rows they have
 */
record TableCandidate(String name, DescriptorEncoding encoding, boolean wide, boolean classWeights) {

    /** The paper's network on the table as it is. */
    static final TableCandidate AS_WRITTEN =
            new TableCandidate("MLP, durations as written", DescriptorEncoding.AS_WRITTEN, false, false);

    /** The paper's network on a table that does not tell the genre by a unit. */
    static final TableCandidate ONE_UNIT =
            new TableCandidate("MLP, durations in ms", DescriptorEncoding.ONE_UNIT, false, false);

    /** Ours that counts all genres the same. */
    static final TableCandidate WEIGHTED = new TableCandidate(
            "wide MLP with dropout, columns spread, class weights", DescriptorEncoding.SPREAD, true, true);

    /** What the validation part chooses ours from. */
    static final List<TableCandidate> OURS = List.of(
            new TableCandidate("MLP, columns spread", DescriptorEncoding.SPREAD, false, false),
            new TableCandidate("wide MLP with dropout", DescriptorEncoding.ONE_UNIT, true, false),
            new TableCandidate("wide MLP with dropout, columns spread", DescriptorEncoding.SPREAD, true, false),
            WEIGHTED);

    Network network(int classes) {
        return wide ? Chang.mlpWithDropout(encoding.length(), classes) : Chang.mlp(encoding.length(), classes);
    }
}
