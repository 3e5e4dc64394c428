package io.timbre.signal.codec;

import static io.timbre.signal.codec.UndecodableException.Fault.TOO_LONG;
import static io.timbre.signal.codec.UndecodableException.Fault.TOO_SLOW;
import static io.timbre.signal.codec.UndecodableException.Fault.UNDECODABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.timbre.signal.codec.UndecodableException.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of one second and two channels, against limits that it just keeps and just exceeds. */
class DecodeLimitsTest {
    private static final int RATE_HZ = 22_050;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeASecondOfStereo() throws Exception {
        file = Files.write(folder.resolve("a.wav"), Wav.plain(1, 16, 2, new double[RATE_HZ]));
    }

    @Test
    void boundsTheDuration() throws Exception {
        assertTaken(new DecodeLimits(SECOND, 1 << 20, 2, MINUTE));
        assertFault(new DecodeLimits(SECOND.minusMillis(1), 1 << 20, 2, MINUTE), TOO_LONG);
    }

    @Test
    void boundsTheSamplesOfAllChannels() throws Exception {
        assertTaken(new DecodeLimits(MINUTE, 2 * RATE_HZ, 2, MINUTE));
        assertFault(new DecodeLimits(MINUTE, 2 * RATE_HZ - 1, 2, MINUTE), TOO_LONG);
    }

    @Test
    void boundsTheChannels() throws Exception {
        assertTaken(new DecodeLimits(MINUTE, 1 << 20, 2, MINUTE));
        assertFault(new DecodeLimits(MINUTE, 1 << 20, 1, MINUTE), UNDECODABLE);
    }

    @Test
    void boundsTheTime() throws Exception {
        assertTaken(new DecodeLimits(MINUTE, 1 << 20, 2, MINUTE));
        assertFault(new DecodeLimits(MINUTE, 1 << 20, 2, Duration.ofNanos(1)), TOO_SLOW);
    }

    @Test
    void takesASoundOfUsualSizeByDefault() {
        var limits = new DecodeLimits(MINUTE);

        assertThat(limits).isEqualTo(new DecodeLimits(MINUTE, 1L << 30, 64, Duration.ofSeconds(30)));
    }

    @Test
    void allowsSomethingAtLeast() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DecodeLimits(Duration.ZERO))
                .withMessage("maxDuration must be > 0: was PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DecodeLimits(SECOND, 0, 2, SECOND))
                .withMessage("maxSamples must be > 0: was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DecodeLimits(SECOND, 1, -1, SECOND))
                .withMessage("maxChannels must be > 0: was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DecodeLimits(SECOND, Duration.ZERO))
                .withMessage("maxWallTime must be > 0: was PT0S");
    }

    private void assertTaken(DecodeLimits limits) throws Exception {
        assertThat(new AudioDecoder(limits).decode(file, RATE_HZ).audio().samples())
                .hasSize(RATE_HZ);
    }

    private void assertFault(DecodeLimits limits, Fault fault) {
        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> new AudioDecoder(limits).decode(file, RATE_HZ))
                .returns(fault, UndecodableException::fault);
    }
}
