package io.timbre.cli.explanation;

import io.timbre.trainer.data.GtzanCorpus;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.data.TrackFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * A recording that the model was never trained on, nor any other of its artist.
 *
 * @param track such as {@code "blues.00042"}
 * @param file the longest recording of it
 */
record HeldOut(String track, Path file) {

    /** So many tracks of the test part, from all genres in turn as far as they last, drawn by a seed. */
    static List<HeldOut> draw(Path data, int count, long seed) throws IOException {
        var genres = new TreeMap<String, List<TrackFiles>>();
        for (var track : GtzanCorpus.tracks(data)) {
            if (track.part() == Part.TEST) {
                genres.computeIfAbsent(track.genre(), none -> new ArrayList<>()).add(track);
            }
        }
        var random = new Random(seed);
        genres.values().forEach(tracks -> Collections.shuffle(tracks, random));
        var drawn = new ArrayList<HeldOut>();
        for (int turn = 0; drawn.size() < count && hasMore(genres.values(), turn); turn++) {
            for (var tracks : genres.values()) {
                if (turn < tracks.size() && drawn.size() < count) {
                    drawn.add(longest(tracks.get(turn)));
                }
            }
        }
        return drawn;
    }

    private static boolean hasMore(Iterable<List<TrackFiles>> genres, int turn) {
        for (var tracks : genres) {
            if (turn < tracks.size()) {
                return true;
            }
        }
        return false;
    }

    /** All are FLAC of one rate, so the largest file is the longest, give or take. */
    private static HeldOut longest(TrackFiles track) {
        return new HeldOut(
                track.id(),
                track.recordings().stream()
                        .max(Comparator.comparingLong(HeldOut::bytes))
                        .orElseThrow());
    }

    private static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
