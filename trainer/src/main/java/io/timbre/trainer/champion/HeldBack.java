package io.timbre.trainer.champion;

import java.util.List;

/**
 * What networks said of what they had not seen.
 *
 * @param outliers recordings of no music, each of a source that the network had not heard; empty where there are none. Their
 *     label means nothing
 */
record HeldBack(List<TrackLogits> tracks, List<TrackLogits> outliers) {
    HeldBack {
        tracks = List.copyOf(tracks);
        outliers = List.copyOf(outliers);
    }
}
