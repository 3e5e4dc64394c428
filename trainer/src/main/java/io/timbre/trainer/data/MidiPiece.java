package io.timbre.trainer.data;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A MIDI file of {@code midi_genres} and what is known of it.
 *
 * @param path below the folder, such as {@code "cjnolet/jazz/miles davis/miles_davis-so_what.mid"}
 * @param collection whose it is: people who collect have a taste, and tools that leave traces
 * @param artist in lower case; the first of several
 * @param title in a form in which arrangements of one tune are equal
 * @param sha1 of its bytes, hexadecimal
 */
public record MidiPiece(
        String path, String collection, String genre, Optional<String> artist, Optional<String> title, String sha1) {

    /** What it may share with others, but for how it reads. */
    Map<Grouping, String> groups() {
        var groups = new EnumMap<Grouping, String>(Map.of(Grouping.TRACK, path, Grouping.SHA1, sha1));
        artist.ifPresent(name -> groups.put(Grouping.ARTIST, name));
        title.ifPresent(name -> groups.put(Grouping.TITLE, name));
        return groups;
    }
}
