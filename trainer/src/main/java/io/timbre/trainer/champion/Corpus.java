package io.timbre.trainer.champion;

import io.timbre.trainer.data.Part;
import io.timbre.trainer.fit.DataHash;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Labelled tracks as a front end sees them.
 *
 * @param source what they are, for the model card
 * @param classes the genres, in the order of the logits; labels are indices into it
 */
public record Corpus(String source, List<String> classes, List<Track> tracks) {

    public Corpus {
        classes = List.copyOf(classes);
        tracks = List.copyOf(tracks);
    }

    /**
     * One track.
     *
     * @param group what must not stand in two parts or folds: the artist, or the track where nobody knows
     * @param strips at least one, each at least a segment long
     */
    public record Track(String id, String group, int label, Part part, List<Strip> strips) {
        public Track {
            strips = List.copyOf(strips);
            if (strips.isEmpty()) {
                throw new IllegalArgumentException("track " + id + " must have a strip: had none");
            }
            strips.forEach(strip -> strip.requireFinite(id));
        }
    }

    /** What tells these tracks from others, in hex; those for testing have no say in a fit. */
    String hash() {
        var hash = new DataHash();
        classes.forEach(hash::add);
        for (var track : known()) {
            hash.add(track.id() + " " + track.group() + " " + track.label() + " " + track.part());
            track.strips().forEach(strip -> hash.add(strip.values()));
        }
        return hash.hex();
    }

    List<Track> of(Part part) {
        return tracks.stream().filter(track -> track.part() == part).toList();
    }

    /** Those for training and for validation, in this order. */
    List<Track> known() {
        return Stream.concat(of(Part.TRAINING).stream(), of(Part.VALIDATION).stream())
                .toList();
    }

    /** How many tracks of each genre there are in a part, genres sorted. */
    Map<String, Integer> counts(Part part) {
        return of(part).stream()
                .collect(Collectors.groupingBy(
                        track -> classes.get(track.label()), TreeMap::new, Collectors.summingInt(track -> 1)));
    }
}
