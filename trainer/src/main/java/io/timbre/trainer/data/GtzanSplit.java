package io.timbre.trainer.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which GTZAN track may be used for what: the split that leaves out faulty and repeated tracks and keeps each artist in
 * one part.
 *
 * @see "B. L. Sturm, The State of the Art Ten Years After a State of the Art: Future Research in Music Information
 *     Retrieval, JNMR 2014"
 * @see "C. Kereliuk, B. L. Sturm, J. Larsen, Deep Learning and Music Adversaries, IEEE Trans. Multimedia 2015"
 */
public final class GtzanSplit {

    private static final String SPLIT = "gtzan_index/split/sturm2013faults";

    private final Map<String, Part> parts;

    GtzanSplit(Map<String, Part> parts) {
        this.parts = parts;
    }

    /**
     * Reads the split and the index of artists below a data folder.
     *
     * @throws IOException if one of the files is missing
     * @throws IllegalArgumentException if a track or an artist stands in two parts
     */
    public static GtzanSplit read(Path data) throws IOException {
        var parts = readParts(data.resolve(SPLIT));
        requireOnePartAnArtist(parts, GtzanArtists.read(data));
        return new GtzanSplit(parts);
    }

    /** What the track, such as {@code "blues.00042"}, may be used for; nothing if the split leaves it out. */
    public Optional<Part> part(String track) {
        return Optional.ofNullable(parts.get(track));
    }

    private static Map<String, Part> readParts(Path folder) throws IOException {
        var parts = new HashMap<String, Part>();
        for (var part : Part.values()) {
            // lines are paths such as blues/blues.00042.wav
            for (var line : Files.readAllLines(folder.resolve(part.fileName()))) {
                if (!line.isBlank()) {
                    putOnce(parts, "track", TrackFiles.trackOf(Path.of(line.strip())), part);
                }
            }
        }
        return parts;
    }

    private static void requireOnePartAnArtist(Map<String, Part> parts, GtzanArtists artists) {
        var partOfArtist = new HashMap<String, Part>();
        parts.forEach(
                (track, part) -> artists.of(track).ifPresent(artist -> putOnce(partOfArtist, "artist", artist, part)));
    }

    private static void putOnce(Map<String, Part> parts, String kind, String name, Part part) {
        var before = parts.putIfAbsent(name, part);
        if (before != null && before != part) {
            throw new IllegalArgumentException(
                    kind + " must stand in one part of the split: " + name + " stands in " + before + " and " + part);
        }
    }
}
