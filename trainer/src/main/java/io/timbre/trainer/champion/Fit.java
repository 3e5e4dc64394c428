package io.timbre.trainer.champion;

import io.timbre.networks.engine.ComputeEngine;
import io.timbre.networks.engine.ParametersFile;
import io.timbre.networks.engine.SegmentScorer;
import io.timbre.networks.table.Network;
import io.timbre.trainer.champion.Corpus.Track;
import java.util.List;

/**
 * A network as it is served.
 *
 * @param parameters as {@link ParametersFile} has them
 * @param bestEpoch from 1
 */
@SuppressWarnings("ArrayRecordComponent") // handed on and never compared
record Fit(Network network, byte[] parameters, int bestEpoch) {

    /** What it says of tracks. */
    List<TrackLogits> score(List<Track> tracks) {
        int frames = (int) network.inputShape().get(network.inputShape().dimension() - 1);
        return scoreSegments(TrackSegments.of(tracks, frames));
    }

    /** What it says of tracks that are cut. */
    List<TrackLogits> scoreSegments(List<TrackSegments> tracks) {
        try (var model = ComputeEngine.MXNET.newModel(network)) {
            ParametersFile.read(parameters, model, network);
            return TrackLogits.score(new SegmentScorer(model, network), tracks);
        }
    }
}
