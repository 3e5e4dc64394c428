package io.timbre.trainer.champion;

import io.timbre.trainer.champion.Corpus.Track;
import java.util.List;

/** A track as it will be served: segments that do not overlap, each row-major {@code (bands, frames)}. */
record TrackSegments(int label, List<float[]> segments) {

    /** Cuts all tracks. */
    static List<TrackSegments> of(List<Track> tracks, int frames) {
        return tracks.stream()
                .map(track -> new TrackSegments(
                        track.label(),
                        track.strips().stream()
                                .flatMap(strip -> strip.segments(frames).stream())
                                .toList()))
                .toList();
    }
}
