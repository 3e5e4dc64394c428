package io.timbre.features;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** A tone of 440 Hz, in 22,050 samples of 16 bit a second. */
final class Tone {
    static final int RATE_HZ = 22_050;

    private Tone() {}

    /** @param amplitude 0 to 1 */
    static Path wav(Path file, int seconds, double amplitude) throws IOException {
        int samples = seconds * RATE_HZ;
        var pcm = ByteBuffer.allocate(samples * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < samples; i++) {
            pcm.putShort((short) (Short.MAX_VALUE * amplitude * Math.sin(2 * Math.PI * 440 * i / RATE_HZ)));
        }
        var format = new AudioFormat(RATE_HZ, 16, 1, true, false);
        try (var stream = new AudioInputStream(new ByteArrayInputStream(pcm.array()), format, samples)) {
            AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
        }
        return file;
    }
}
