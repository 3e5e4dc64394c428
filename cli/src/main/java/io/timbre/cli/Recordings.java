package io.timbre.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.timbre.signal.Audio;
import io.timbre.signal.codec.AudioEncoder;
import io.timbre.signal.codec.AudioFormat;
import io.timbre.signal.score.Melody;
import io.timbre.signal.score.Synthesizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Music of our own making, for what needs some: the same seed is the same file. */
final class Recordings {
    private static final int SAMPLE_RATE_HZ = 22_050;
    private static final int ID3_BYTES = 128;

    private Recordings() {}

    /** Composes, plays and encodes a piece of so many seconds, and a second of its fading away. */
    static Path record(Path folder, long seed, double seconds, AudioFormat format) throws IOException {
        var file = folder.resolve("tune-" + seed + "." + format.extension());
        AudioEncoder.encode(play(seed, seconds, SAMPLE_RATE_HZ), format, file);
        return file;
    }

    /** Composes and plays a piece of so many seconds, and a second of its fading away. */
    static Audio play(long seed, double seconds, int sampleRateHz) {
        return new Synthesizer(sampleRateHz).render(Melody.compose(seed, seconds));
    }

    /**
     * The same MP3 under another title: other bytes, hence another track, of the same sound.
     *
     * @see <a href="https://id3.org/ID3v1">ID3v1</a>
     */
    static byte[] retitled(Path mp3, String title) throws IOException {
        var recording = Files.readAllBytes(mp3);
        var retitled = Arrays.copyOf(recording, recording.length + ID3_BYTES);
        var tag = ("TAG" + title).getBytes(ISO_8859_1);
        System.arraycopy(tag, 0, retitled, recording.length, Math.min(tag.length, ID3_BYTES));
        return retitled;
    }
}
