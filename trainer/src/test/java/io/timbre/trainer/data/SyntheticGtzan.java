package io.timbre.trainer.data;

import io.timbre.signal.Audio;
import io.timbre.signal.codec.AudioEncoder;
import io.timbre.signal.codec.AudioFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * A folder laid out as GTZAN's, its genres told apart by nothing but the pitch of a tone in noise. Every two tracks share
 * an artist, and every three artists are one of training, one of validation, one of test.
 */
public final class SyntheticGtzan {

    private static final int SAMPLE_RATE_HZ = 22_050;
    private static final int TRACKS_AN_ARTIST = 2;

    private final Path data;

    public SyntheticGtzan(Path data) {
        this.data = data;
    }

    /** Writes tracks of each genre, 7 s of the first {@code longTracks} and clips of 2.2 s of all. */
    public void write(List<String> genres, int longTracks, int tracks) throws IOException {
        var index = new StringBuilder("## a comment\n");
        var parts = List.of(new StringBuilder(), new StringBuilder(), new StringBuilder());
        for (var genre : genres) {
            for (int n = 0; n < tracks; n++) {
                var track = String.format("%s.%05d", genre, n);
                double hz = 300 * Math.pow(2, genres.indexOf(genre)) * (1 + 0.01 * n);
                if (n < longTracks) {
                    tone(GtzanRecordings.FIRST_15_S, track, hz, 7);
                }
                tone(GtzanRecordings.CLIPS_2_S, track, hz, 2.2);
                int artist = n / TRACKS_AN_ARTIST;
                index.append("%s.wav ::: %s artist %d ::: song %d\n".formatted(track, genre, artist, n));
                parts.get(artist % parts.size()).append("%s/%s.wav\n".formatted(genre, track));
            }
        }
        text("gtzan_index/metadata/sturm2013faults/GTZANindex.txt", index);
        for (var part : Part.values()) {
            text("gtzan_index/split/sturm2013faults/" + part.fileName(), parts.get(part.ordinal()));
        }
    }

    /** Writes a tone in noise as a recording of a track such as {@code "blues.00042"}. */
    void tone(GtzanRecordings folder, String track, double hz, double seconds) throws IOException {
        var random = new Random(track.hashCode());
        var samples = new float[(int) (seconds * SAMPLE_RATE_HZ)];
        for (int n = 0; n < samples.length; n++) {
            samples[n] = (float) (0.3 * Math.sin(2 * Math.PI * hz * n / SAMPLE_RATE_HZ) + 0.02 * random.nextGaussian());
        }
        sound(folder, track, samples);
    }

    void sound(GtzanRecordings folder, String track, float[] samples) throws IOException {
        var genre = track.substring(0, track.indexOf('.'));
        var file = data.resolve("gtzan_audio")
                .resolve(folder.folder())
                .resolve(genre)
                .resolve(track + ".flac");
        Files.createDirectories(file.resolveSibling(""));
        AudioEncoder.encode(new Audio(samples, SAMPLE_RATE_HZ), AudioFormat.FLAC, file);
    }

    private void text(String path, CharSequence text) throws IOException {
        var file = data.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }
}
