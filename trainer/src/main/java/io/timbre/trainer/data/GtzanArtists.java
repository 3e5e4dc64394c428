package io.timbre.trainer.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Who plays on a GTZAN track, as far as anybody found out.
 *
 * @see "B. L. Sturm, An Analysis of the GTZAN Music Genre Dataset, Proc. ACM MIRUM 2012"
 */
final class GtzanArtists {

    private static final String INDEX = "gtzan_index/metadata/sturm2013faults/GTZANindex.txt";

    private final Map<String, String> artists;

    private GtzanArtists(Map<String, String> artists) {
        this.artists = Map.copyOf(artists);
    }

    /**
     * Reads the index below a data folder.
     *
     * @throws IOException if the file is missing
     */
    static GtzanArtists read(Path data) throws IOException {
        var artists = new HashMap<String, String>();
        for (var line : Files.readAllLines(data.resolve(INDEX), StandardCharsets.ISO_8859_1)) {
            // blues.00000.wav ::: John Lee Hooker ::: One Bourbon, One Scotch And One Beer
            var fields = line.split(":::", -1);
            if (fields.length >= 2 && !fields[1].isBlank()) {
                artists.put(
                        TrackFiles.trackOf(Path.of(fields[0].strip())),
                        fields[1].strip().toLowerCase(Locale.ROOT));
            }
        }
        return new GtzanArtists(artists);
    }

    /** The artist of a track such as {@code "blues.00042"}, in lower case; nothing if nobody knows. */
    Optional<String> of(String track) {
        return Optional.ofNullable(artists.get(track));
    }
}
