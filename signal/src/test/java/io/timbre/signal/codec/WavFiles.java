package io.timbre.signal.codec;

import io.timbre.signal.Audio;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes WAV files byte by byte, so that the decoder is not judged by an encoder of the same library. */
final class WavFiles {
    private static final int HEADER_BYTES = 44;
    private static final int IEEE_FLOAT = 3;

    private WavFiles() {}

    /** 32-bit float samples, interleaved by channel. */
    static Path write(Path file, int sampleRateHz, int channels, float... interleaved) throws IOException {
        int dataBytes = interleaved.length * Float.BYTES;
        ByteBuffer wav = ByteBuffer.allocate(HEADER_BYTES + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(HEADER_BYTES - 8 + dataBytes).put(ascii("WAVEfmt "));
        wav.putInt(16).putShort((short) IEEE_FLOAT).putShort((short) channels);
        wav.putInt(sampleRateHz).putInt(sampleRateHz * channels * Float.BYTES);
        wav.putShort((short) (channels * Float.BYTES)).putShort((short) Float.SIZE);
        wav.put(ascii("data")).putInt(dataBytes);
        for (float sample : interleaved) {
            wav.putFloat(sample);
        }
        return Files.write(file, wav.array());
    }

    static Path write(Path file, Audio audio) throws IOException {
        return write(file, audio.sampleRateHz(), 1, audio.samples());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
