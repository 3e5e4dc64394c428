package io.timbre.trainer.champion;

import io.timbre.signal.frontend.Segment;
import io.timbre.signal.frontend.SegmentFrontEnd;
import io.timbre.signal.frontend.UnusableAudioException;
import io.timbre.trainer.champion.Corpus.Track;
import java.util.ArrayList;
import java.util.List;

/** A track as it will be served: the segments that the front end cuts from its recordings. */
record TrackSegments(int label, List<float[]> segments) {

    /**
     * Cuts all tracks.
     *
     * @throws IllegalArgumentException if one is too short, silent or not finite
     */
    static List<TrackSegments> of(List<Track> tracks, SegmentFrontEnd frontEnd) {
        return tracks.stream().map(track -> of(track, frontEnd)).toList();
    }

    private static TrackSegments of(Track track, SegmentFrontEnd frontEnd) {
        var segments = new ArrayList<float[]>();
        for (var recording : track.recordings()) {
            try {
                frontEnd.segments(recording).stream().map(Segment::values).forEach(segments::add);
            } catch (UnusableAudioException e) {
                throw new IllegalArgumentException("track " + track.id() + " must be usable: " + e.getMessage(), e);
            }
        }
        return new TrackSegments(track.label(), segments);
    }
}
