package io.timbre.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.timbre.signal.codec.AudioDecoder;
import io.timbre.signal.codec.DecodeLimits;
import io.timbre.signal.codec.UndecodableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GtzanSoundsTest {

    @TempDir
    Path data;

    private Path file;

    @BeforeEach
    void writeATone() throws IOException {
        new SyntheticGtzan(data).tone(GtzanRecordings.CLIPS_2_S, "blues.00000", 300, 2.2);
        file = data.resolve("gtzan_audio/clips_2-3s_flac/blues/blues.00000.flac");
    }

    @Test
    void soundsAsIfItWereDecodedAtTheRateThatIsAskedFor() throws IOException, UndecodableException {
        var decoded = new AudioDecoder(new DecodeLimits(Duration.ofMinutes(1)))
                .decode(file, 44_100)
                .audio()
                .samples();

        var heard = GtzanSounds.in(data).heard(file, 44_100);

        assertThat(heard.sampleRateHz()).isEqualTo(44_100);
        assertThat(heard.samples()).containsExactly(decoded, within(1e-6f));
    }

    @Test
    void decodesARecordingOnce() throws IOException {
        var sounds = GtzanSounds.in(data);
        var first = sounds.heard(file, 22_050);
        Files.delete(file);

        assertThat(sounds.heard(file, 22_050).samples()).isEqualTo(first.samples());
        assertThat(sounds.fingerprint(file).length()).isPositive();
    }

    @Test
    void keepsNoMoreThanItHasRoomFor() throws IOException {
        var sounds = GtzanSounds.in(data, 2 * 22_050);
        var ignored = sounds.heard(file, 22_050);
        Files.delete(file);

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> sounds.heard(file, 22_050));
    }
}
