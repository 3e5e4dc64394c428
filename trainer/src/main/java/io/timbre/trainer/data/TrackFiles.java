package io.timbre.trainer.data;

import java.nio.file.Path;
import java.util.List;

/**
 * One track and all recordings of it: excerpts of the same sound share its id.
 *
 * @param id such as {@code "blues.00042"}
 */
public record TrackFiles(String id, String genre, Part part, List<Path> recordings) {

    public TrackFiles {
        recordings = List.copyOf(recordings);
    }

    /** The track that a file such as {@code blues.00042.flac} is a recording of: its name up to the last dot. */
    public static String trackOf(Path file) {
        var name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
