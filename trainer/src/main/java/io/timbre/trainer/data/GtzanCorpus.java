package io.timbre.trainer.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds the GTZAN tracks that there are, in a stable order.
 *
 * <p>Reads {@code gtzan_audio/clips_2-3s_flac} and {@code gtzan_audio/first_15-20s_flac}, which hold all genres alike.
 * Leaves out {@code gtzan_audio/full_30s}: it holds little but classical music, partly as MP3, so that length and codec
 * would give the genre away.
 */
public final class GtzanCorpus {

    /** What these tracks are, for model cards. */
    public static final String SOURCE =
            "GTZAN excerpts (clips of 2 to 3 s and first 15 to 20 s, FLAC), fault-filtered split";

    private static final String AUDIO = "gtzan_audio";
    private static final List<String> FOLDERS = List.of("clips_2-3s_flac", "first_15-20s_flac");

    private GtzanCorpus() {}

    /** The folders of recordings below {@code gtzan_audio}, the shortest first. */
    public static List<String> folders() {
        return FOLDERS;
    }

    /**
     * Lists the tracks below a data folder that the split gives a part, each once with all its recordings.
     *
     * @throws IOException if a folder or a file of the split is missing
     * @throws IllegalArgumentException if the split mixes tracks or artists between its parts
     */
    public static List<TrackFiles> tracks(Path data) throws IOException {
        var split = GtzanSplit.read(data);
        var recordings = new TreeMap<String, List<Path>>();
        for (var folder : FOLDERS) {
            for (var genre : list(data.resolve(AUDIO).resolve(folder))) {
                for (var file : list(genre)) {
                    recordings
                            .computeIfAbsent(TrackFiles.trackOf(file), track -> new ArrayList<>())
                            .add(file);
                }
            }
        }
        var tracks = new ArrayList<TrackFiles>();
        recordings.forEach((track, files) ->
                split.part(track).ifPresent(part -> tracks.add(new TrackFiles(track, genreOf(track), part, files))));
        return tracks;
    }

    /**
     * The genres of which {@link #tracks} has some in training, validation and test, sorted.
     *
     * @throws IOException if a folder or a file of the split is missing
     */
    public static List<String> genresInEveryPart(Path data) throws IOException {
        var parts = new TreeMap<String, Set<Part>>();
        for (var track : tracks(data)) {
            parts.computeIfAbsent(track.genre(), none -> EnumSet.noneOf(Part.class))
                    .add(track.part());
        }
        return parts.entrySet().stream()
                .filter(genre -> genre.getValue().size() == Part.values().length)
                .map(Map.Entry::getKey)
                .toList();
    }

    static String genreOf(String track) {
        return track.substring(0, track.indexOf('.'));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
