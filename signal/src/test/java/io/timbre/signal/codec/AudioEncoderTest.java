package io.timbre.signal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.timbre.signal.Audio;
import io.timbre.signal.Signals;
import io.timbre.signal.score.Melody;
import io.timbre.signal.score.Synthesizer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AudioEncoderTest {
    private static final int RATE_HZ = 22_050;
    private static final Audio MUSIC = new Synthesizer(RATE_HZ).render(Melody.compose(4, 2));

    private final AudioDecoder decoder = new AudioDecoder(new DecodeLimits(Duration.ofMinutes(1)));

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"WAV", "FLAC", "AIFF", "AU", "ALAC"})
    void keepsEverySampleInALosslessFormat(AudioFormat format) throws Exception {
        Audio decoded = roundTrip(MUSIC, format);

        // Half a step of 16 bits, and the rounding of floats.
        assertThat(Signals.largestDifference(MUSIC.samples(), decoded.samples(), 0))
                .isLessThan(0.501 / 32_768);
    }

    @ParameterizedTest
    @EnumSource(names = {"MP3", "OGG", "M4A", "OPUS", "WEBM"})
    void keepsTheSoundInALossyFormat(AudioFormat format) throws Exception {
        Audio decoded = roundTrip(MUSIC, format);

        // The delay of the encoder is cut away; M4A and Vorbis may leave the rest of a last frame of 1024.
        assertThat(decoded.samples().length - MUSIC.samples().length).isBetween(0, 1_023);
        assertThat(correlation(MUSIC.samples(), decoded.samples(), 0)).isGreaterThan(0.99);
    }

    @Test
    void cutsTheEncodersPaddingFromAnMp3ToTheSample() throws Exception {
        assertThat(roundTrip(MUSIC, AudioFormat.MP3).samples()).hasSameSizeAs(MUSIC.samples());
    }

    /** A frame of 1024 too late as ADTS says no delay; as much too early as FFmpeg's WMA encoder forgets its own. */
    @ParameterizedTest
    @CsvSource({"AAC, 1024", "WMA, -1024"})
    void keepsTheSoundInAFormatThatDoesNotSayItsDelay(AudioFormat format, int delay) throws Exception {
        Audio decoded = roundTrip(MUSIC, format);

        assertThat(correlation(MUSIC.samples(), decoded.samples(), delay)).isGreaterThan(0.98);
    }

    @ParameterizedTest
    @EnumSource
    void writesTheSameSoundAsTheSameBytes(AudioFormat format) throws Exception {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");

        AudioEncoder.encode(MUSIC, format, first);
        AudioEncoder.encode(MUSIC, format, second);

        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void clipsWhatIntegersCannotHold() throws Exception {
        Audio decoded = roundTrip(new Audio(new float[] {2, -2, 1, -1}, RATE_HZ), AudioFormat.WAV);

        assertThat(decoded.samples()).containsExactly(32_767 / 32_768f, -1, 32_767 / 32_768f, -1);
    }

    @Test
    void refusesARateThatTheFormatDoesNotHave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AudioEncoder.encode(
                        new Audio(new float[100], 12_345), AudioFormat.MP3, folder.resolve("a.mp3")))
                .withMessageStartingWith("cannot write MP3 at 12345 Hz");
    }

    @Test
    void reportsAFolderThatIsNotThere() {
        assertThatIOException()
                .isThrownBy(() -> AudioEncoder.encode(MUSIC, AudioFormat.WAV, folder.resolve("missing/a.wav")));
    }

    private Audio roundTrip(Audio audio, AudioFormat format) throws Exception {
        Path file = folder.resolve("a." + format.extension());
        AudioEncoder.encode(audio, format, file);
        return decoder.decode(file, audio.sampleRateHz()).audio();
    }

    /** How alike they are, sample by sample, 1 being the same but for the loudness, if the copy is so much later. */
    private static double correlation(float[] original, float[] copy, int delay) {
        double product = 0;
        double originalPower = 0;
        double copyPower = 0;
        int end = Math.min(original.length, copy.length - delay);
        for (int n = Math.max(0, -delay); n < end; n++) {
            product += original[n] * copy[n + delay];
            originalPower += original[n] * original[n];
            copyPower += copy[n + delay] * copy[n + delay];
        }
        return product / Math.sqrt(originalPower * copyPower);
    }
}
