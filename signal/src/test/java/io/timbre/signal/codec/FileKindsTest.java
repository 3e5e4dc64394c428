package io.timbre.signal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.timbre.signal.Signals;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of file that is taken, under the name of another; the plain ones written byte by byte. */
class FileKindsTest {
    private static final int RATE_HZ = 22_050;
    private static final double[] STEPS = {0, 0.5, -0.25, 0.75, -1, 0.125};

    private final AudioDecoder decoder = new AudioDecoder(new DecodeLimits(Duration.ofSeconds(10)));

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void knowsEveryFormatUnderTheNameOfEveryOther(AudioFormat format) throws Exception {
        Path file = folder.resolve("right." + format.extension());
        AudioEncoder.encode(Signals.sine(440, 0.5, 0.5, RATE_HZ), format, file);
        float[] sound = decoder.decode(file, RATE_HZ).audio().samples();

        for (AudioFormat other : AudioFormat.values()) {
            Path wrong = Files.copy(file, folder.resolve("wrong-" + other + "." + other.extension()));
            assertThat(decoder.decode(wrong, RATE_HZ).audio().samples()).containsExactly(sound);
        }
        for (String name : new String[] {"none", "list.m3u8", "score.mid", "picture%03d.png", "http://x.y/z.mp3"}) {
            Path wrong = folder.resolve(name);
            Files.createDirectories(wrong.getParent());
            Files.copy(file, wrong);
            assertThat(decoder.decode(wrong, RATE_HZ).audio().samples()).containsExactly(sound);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 8", "1, 16", "1, 24", "1, 32", "3, 32", "3, 64"})
    void takesWavOfEverySampleTypeFromMonoTo71(int formatTag, int bits) throws Exception {
        for (int channels = 1; channels <= 8; channels++) {
            assertSteps(Wav.plain(formatTag, bits, channels, STEPS), bits, channels);
            assertSteps(Wav.extensible(formatTag, bits, channels, STEPS), bits, channels);
            assertSteps(Wav.rf64(formatTag, bits, channels, STEPS), bits, channels);
            assertSteps(Wav.w64(formatTag, bits, channels, STEPS), bits, channels);
        }
    }

    @Test
    void takesAiffAndAiffc() throws Exception {
        assertSteps(aiff("AIFF", "", 16, ByteOrder.BIG_ENDIAN), 16, 1);
        assertSteps(aiff("AIFC", "NONE\0\0", 16, ByteOrder.BIG_ENDIAN), 16, 1);
        assertSteps(aiff("AIFC", "sowt\0\0", 16, ByteOrder.LITTLE_ENDIAN), 16, 1);
        assertSteps(aiff("AIFC", "fl32\0\0", 32, ByteOrder.BIG_ENDIAN), 32, 1);
    }

    @Test
    void takesAu() throws Exception {
        ByteBuffer au = ByteBuffer.allocate(24 + 2 * STEPS.length);
        au.put(ascii(".snd"))
                .putInt(24)
                .putInt(2 * STEPS.length)
                .putInt(3)
                .putInt(RATE_HZ)
                .putInt(1);
        for (double step : STEPS) {
            au.putShort((short) (step * 0x8000));
        }

        assertSteps(au.array(), 16, 1);
    }

    private void assertSteps(byte[] bytes, int bits, int channels) throws Exception {
        DecodedAudio decoded = decoder.decode(Files.write(folder.resolve("a.mp3"), bytes), RATE_HZ);

        assertThat(decoded.sourceChannels()).isEqualTo(channels);
        float[] samples = decoded.audio().samples();
        assertThat(samples).hasSameSizeAs(STEPS);
        for (int n = 0; n < STEPS.length; n++) {
            assertThat(samples[n]).as("sample %d of %d bits", n, bits).isCloseTo((float) STEPS[n], within(1e-6f));
        }
    }

    private static byte[] aiff(String kind, String compression, int bits, ByteOrder order) {
        int commonBytes = 18 + compression.length();
        int dataBytes = bits / 8 * STEPS.length;
        ByteBuffer aiff = ByteBuffer.allocate(12 + 8 + commonBytes + 16 + dataBytes);
        aiff.put(ascii("FORM")).putInt(aiff.capacity() - 8).put(ascii(kind));
        aiff.put(ascii("COMM"))
                .putInt(commonBytes)
                .putShort((short) 1)
                .putInt(STEPS.length)
                .putShort((short) bits);
        // 22,050 Hz in 80 bits: 2^14 times 22050 / 2^14, the exponent biased by 16,383.
        aiff.putShort((short) (16_383 + 14))
                .putLong((long) RATE_HZ << (63 - 14))
                .put(ascii(compression));
        aiff.put(ascii("SSND")).putInt(8 + dataBytes).putLong(0).order(order);
        for (double step : STEPS) {
            if (bits == 32) {
                aiff.putFloat((float) step);
            } else {
                aiff.putShort((short) (step * 0x8000));
            }
        }
        return aiff.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
