package io.timbre.trainer.learning;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timbre.schemas.TrackIds;
import io.timbre.trainer.data.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Labelled tracks, each in one part, no artist in two and no recording twice.
 *
 * @param parts tracks of each, by id
 * @param copies how many tracks were left out because another of the same recording is in
 * @param conflicts how many were left out because copies of a recording have different genres
 */
record SplitTracks(Map<Part, List<LabelledTrack>> parts, int copies, int conflicts) {

    /** The part that a recording belongs to which has copies in several: what is to be kept from training goes first. */
    private static final Comparator<Part> MOST_GUARDED = Comparator.reverseOrder();

    /** The same tracks and shares give the same split, in whatever order the tracks come. */
    static SplitTracks of(List<LabelledTrack> tracks, Shares shares) {
        var sorted =
                tracks.stream().sorted(Comparator.comparing(LabelledTrack::id)).toList();
        var kept = new ArrayList<LabelledTrack>();
        int copies = 0;
        int conflicts = 0;
        for (var group : Copies.of(sorted)) {
            if (group.stream().map(LabelledTrack::label).distinct().count() > 1) {
                conflicts += group.size();
            } else {
                kept.add(mostGuarded(group, shares));
                copies += group.size() - 1;
            }
        }
        var parts = kept.stream()
                .sorted(Comparator.comparing(LabelledTrack::id))
                .collect(Collectors.groupingBy(track -> shares.partOf(track.circle())));
        return new SplitTracks(parts, copies, conflicts);
    }

    /** Parts are declared from training to test. */
    private static LabelledTrack mostGuarded(List<LabelledTrack> group, Shares shares) {
        return group.stream()
                .min(Comparator.comparing((LabelledTrack track) -> shares.partOf(track.circle()), MOST_GUARDED)
                        .thenComparing(LabelledTrack::id))
                .orElseThrow();
    }

    List<LabelledTrack> of(Part part) {
        return parts.getOrDefault(part, List.of());
    }

    /** How many artists a part has; a track of nobody is an artist of its own. */
    int artists(Part part) {
        return (int) of(part).stream().map(LabelledTrack::circle).distinct().count();
    }

    /** Hash of the test tracks' ids and labels. */
    String testSha256() {
        var digest = TrackIds.sha256();
        Function<LabelledTrack, String> line = track -> track.id() + " " + track.label() + "\n";
        of(Part.TEST).stream().map(line).forEach(text -> digest.update(text.getBytes(UTF_8)));
        return TrackIds.of(digest);
    }
}
