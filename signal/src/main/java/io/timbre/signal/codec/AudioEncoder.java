package io.timbre.signal.codec;

import io.timbre.signal.Audio;
import io.timbre.signal.resample.Resampling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes sound to a file of any {@link AudioFormat} with FFmpeg's LGPL encoders, on the calling thread, lossy ones at
 * 128 kbit/s. Opus is written at 48 kHz and Vorbis with two equal channels, whatever the sound has.
 */
public final class AudioEncoder {
    private static final int BITS_PER_SECOND = 128_000;

    private AudioEncoder() {}

    /**
     * Writes a file anew. Samples beyond full scale are clipped where the format has integers.
     *
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException if the format does not take the sound's rate
     */
    public static void encode(Audio audio, AudioFormat format, Path file) throws IOException {
        encode(audio, format, BITS_PER_SECOND, file);
    }

    /**
     * Likewise, at another rate where the format is lossy.
     *
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException if the format does not take the sound's rate
     */
    public static void encode(Audio audio, AudioFormat format, int bitsPerSecond, Path file) throws IOException {
        Audio resampled = Resampling.toRate(audio, format.sampleRateHz(audio.sampleRateHz()));
        try (var encoder = StreamEncoder.open(format, resampled.sampleRateHz(), bitsPerSecond);
                var writer = ContainerWriter.open(file, format, encoder)) {
            encoder.encode(resampled.samples(), writer);
            writer.finish();
        }
    }

    /**
     * The bytes of such a file.
     *
     * @throws IllegalArgumentException if the format does not take the sound's rate
     */
    public static byte[] encode(Audio audio, AudioFormat format) {
        try {
            var file = Files.createTempFile("timbre-sound", "." + format.extension());
            try {
                encode(audio, format, file);
                return Files.readAllBytes(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
