package io.timbre.trainer.learning;

import io.timbre.trainer.data.DisjointSets;
import java.util.List;

/** Which tracks are of one recording, directly or through others: each is compared with each. */
final class Copies {

    private Copies() {}

    /** The tracks in groups of copies, most of them of one; groups in the order of their first track. */
    static List<List<LabelledTrack>> of(List<LabelledTrack> tracks) {
        var fingerprints = tracks.stream().map(Copies::fingerprints).toList();
        var copies = new DisjointSets(tracks.size());
        for (int track = 0; track < tracks.size(); track++) {
            for (int earlier = 0; earlier < track; earlier++) {
                if (copies.leader(earlier) != copies.leader(track)
                        && alike(fingerprints.get(earlier), fingerprints.get(track))) {
                    copies.join(earlier, track);
                }
            }
        }
        return copies.sets().stream()
                .map(members -> members.stream().map(tracks::get).toList())
                .toList();
    }

    private static List<SegmentFingerprint> fingerprints(LabelledTrack track) {
        var shape = track.features().getSegmentShape();
        return track.segments().stream()
                .map(segment -> SegmentFingerprint.of(segment, shape.getFirst(), shape.getLast()))
                .toList();
    }

    private static boolean alike(List<SegmentFingerprint> one, List<SegmentFingerprint> other) {
        return one.stream().anyMatch(segment -> other.stream().anyMatch(segment::isLike));
    }
}
