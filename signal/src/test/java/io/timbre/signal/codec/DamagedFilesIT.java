package io.timbre.signal.codec;

import static io.timbre.signal.codec.UndecodableException.Fault.TOO_SLOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.signal.Audio;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Breaks a good file of every format in {@code timbre.fuzz} ways (300 if it is not set), the same ones each time: each
 * is decoded or refused within the limits, and no process dies of it. Of Ogg files three in four get right checksums
 * again, so that the damage meets more than those. Decodes in a child process so that, should one
 * die, the others are still tried. The table is left in {@code target/decoding/damaged.md}.
 */
class DamagedFilesIT {
    private static final int FILES_A_FORMAT = Integer.getInteger("timbre.fuzz", 300);
    private static final int RATE_HZ = 22_050;
    private static final DecodeLimits LIMITS = new DecodeLimits(Duration.ofMinutes(10), Duration.ofSeconds(10));
    private static final Outcomes OUTCOMES = new Outcomes();

    private static IsolatedDecoder decoder;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        decoder = new IsolatedDecoder(LIMITS, 512);
    }

    @AfterAll
    static void stop() throws Exception {
        decoder.close();
        OUTCOMES.write(Path.of("target/decoding/damaged.md"), "format, damaged");
    }

    @ParameterizedTest
    @EnumSource
    void survivesEveryBrokenFile(AudioFormat format) throws Exception {
        byte[] whole = soundOf(format);
        for (int i = 0; i < FILES_A_FORMAT; i++) {
            Damage damage = Damage.values()[i % Damage.values().length];
            byte[] broken = damage.of(whole, new SplittableRandom(format.name().hashCode() * 1_000_003L + i));
            boolean resealed = (format == AudioFormat.OGG || format == AudioFormat.OPUS) && i % 4 > 0;
            assertSurvives(format, damage + " " + i, resealed ? OggPages.resealed(broken) : broken);
        }
    }

    private void assertSurvives(AudioFormat format, String name, byte[] broken) throws Exception {
        Path file = Files.write(folder.resolve("broken"), broken);
        try {
            float[] samples = decoder.decode(file, RATE_HZ).audio().samples();
            assertThat(samples.length)
                    .as(name)
                    .isBetween(1, (int) LIMITS.maxDuration().toSeconds() * RATE_HZ);
            OUTCOMES.count(format.name(), Outcomes.DECODED);
        } catch (UndecodableException e) {
            assertThat(e.fault()).as(name).isNotEqualTo(TOO_SLOW);
            assertThat(e.getMessage()).as(name).isNotBlank().doesNotContain("the decoder ended");
            OUTCOMES.count(format.name(), e.fault().name());
        }
    }

    private byte[] soundOf(AudioFormat format) throws Exception {
        Path file = folder.resolve("whole");
        AudioEncoder.encode(sound(), format, file);
        return Files.readAllBytes(file);
    }

    /** Half a second of a rising tone and noise. */
    private static Audio sound() {
        var random = new SplittableRandom(1);
        float[] samples = new float[RATE_HZ / 2];
        for (int n = 0; n < samples.length; n++) {
            samples[n] = (float) (0.5 * Math.sin(2e-5 * n * n) + random.nextDouble(-0.1, 0.1));
        }
        return new Audio(samples, RATE_HZ);
    }
}
