package io.timbre.signal.codec;

import static io.timbre.signal.codec.UndecodableException.Fault.EMPTY;
import static io.timbre.signal.codec.UndecodableException.Fault.TOO_LONG;
import static io.timbre.signal.codec.UndecodableException.Fault.TOO_SLOW;
import static io.timbre.signal.codec.UndecodableException.Fault.UNDECODABLE;
import static io.timbre.signal.codec.UndecodableException.Fault.UNKNOWN_KIND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.within;

import io.timbre.signal.Signals;
import io.timbre.signal.codec.UndecodableException.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AudioDecoderTest {
    private static final int RATE_HZ = 22_050;

    private final AudioDecoder decoder = new AudioDecoder(new DecodeLimits(Duration.ofSeconds(10)));

    @TempDir
    Path folder;

    @Test
    void keepsEverySampleOfAFileAtTheWantedRate() throws Exception {
        float[] samples = {0, 0.5f, -0.25f, 1, -1, 0.125f};
        Path file = WavFiles.write(folder.resolve("a.wav"), RATE_HZ, 1, samples);

        DecodedAudio decoded = decoder.decode(file, RATE_HZ);

        assertThat(decoded.audio().samples()).containsExactly(samples);
        assertThat(decoded.codec()).isEqualTo("pcm_f32le");
    }

    @Test
    void takesTheMeanOfTheChannels() throws Exception {
        Path stereo = WavFiles.write(folder.resolve("2.wav"), RATE_HZ, 2, 1, 0, 0.5f, 0.25f, -1, -1);
        Path eleven = WavFiles.write(folder.resolve("11.wav"), RATE_HZ, 11, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

        assertThat(decoder.decode(stereo, RATE_HZ).audio().samples()).containsExactly(0.5f, 0.375f, -1);
        DecodedAudio decoded = decoder.decode(eleven, RATE_HZ);
        assertThat(decoded.sourceChannels()).isEqualTo(11);
        assertThat(decoded.audio().samples()[0]).isCloseTo(1, within(1e-6f));
    }

    @Test
    void resamplesToTheWantedRateAndSaysTheOldOne() throws Exception {
        Path file = WavFiles.write(folder.resolve("a.wav"), Signals.sine(440, 0.5, 2, 44_100));

        DecodedAudio decoded = decoder.decode(file, RATE_HZ);

        assertThat(decoded.sourceSampleRateHz()).isEqualTo(44_100);
        assertThat(decoded.audio().sampleRateHz()).isEqualTo(RATE_HZ);
        float[] expected = Signals.sine(440, 0.5, 2, RATE_HZ).samples();
        // The filter rings where the tone starts and stops; in between it is the same tone at the same time.
        assertThat(Signals.largestDifference(expected, decoded.audio().samples(), 1_000))
                .isLessThan(1e-4);
    }

    @Test
    void keepsToneBelowTheNewNyquistFrequencyAndDropsThoseAbove() throws Exception {
        // Nyquist at 11,025 Hz: 10,000 Hz is 0.907 of it, 11,300 Hz is 1.025 of it and would alias to 10,750 Hz.
        Path below = WavFiles.write(folder.resolve("below.wav"), Signals.sine(10_000, 0.5, 1, 44_100));
        Path above = WavFiles.write(folder.resolve("above.wav"), Signals.sine(11_300, 0.5, 1, 44_100));

        assertThat(Signals.steadyPeakDb(decoder.decode(below, RATE_HZ).audio())).isCloseTo(-6.02, within(0.1));
        assertThat(Signals.steadyPeakDb(decoder.decode(above, RATE_HZ).audio())).isLessThan(-110);
    }

    @Test
    void believesTheBytesAndNotTheName() throws Exception {
        for (String name : new String[] {"a.mp3", "a.mid", "a", "concat:a", "ünï.flac"}) {
            Path file = WavFiles.write(folder.resolve(name), Signals.sine(440, 0.5, 1, RATE_HZ));

            assertThat(decoder.decode(file, RATE_HZ).audio().samples()).hasSize(RATE_HZ);
        }
    }

    @Test
    void refusesAFileWithoutBytes() throws Exception {
        assertFault(write("empty.wav"), EMPTY);
    }

    @Test
    void refusesWhatIsNoAudioFile() throws Exception {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);

        assertFault(write("text.wav", "hello, world\n".repeat(1_000).getBytes(StandardCharsets.UTF_8)), UNKNOWN_KIND);
        assertFault(write("zeros.mp3", new byte[100_000]), UNKNOWN_KIND);
        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> decoder.decode(write("noise.mp3", noise), RATE_HZ));
    }

    @Test
    void saysOfAScoreThatItIsOne() throws Exception {
        byte[] riff = "RIFF....RMIDdata".getBytes(StandardCharsets.US_ASCII);

        for (Path file : List.of(write("score.mp3", midi()), write("score.rmi", riff))) {
            assertThatExceptionOfType(UndecodableException.class)
                    .isThrownBy(() -> decoder.decode(file, RATE_HZ))
                    .withMessage("a MIDI score, not a recording")
                    .returns(UNKNOWN_KIND, UndecodableException::fault);
        }
    }

    @Test
    void refusesAKnownContainerWithoutSound() throws Exception {
        Path noSamples = WavFiles.write(folder.resolve("none.wav"), RATE_HZ, 1);
        byte[] wav = Files.readAllBytes(WavFiles.write(folder.resolve("a.wav"), Signals.sine(440, 0.5, 1, RATE_HZ)));

        assertFault(noSamples, UNDECODABLE);
        assertFault(write("37.wav", Arrays.copyOf(wav, 37)), UNDECODABLE);
    }

    @Test
    void refusesSampleRatesThatNoSoundHas() throws Exception {
        Path slow = WavFiles.write(folder.resolve("slow.wav"), 1, 1, new float[100]);

        assertFault(slow, UNDECODABLE);
    }

    @Test
    void decodesWhatIsLeftOfATruncatedFile() throws Exception {
        byte[] wav = Files.readAllBytes(WavFiles.write(folder.resolve("a.wav"), Signals.sine(440, 0.5, 1, RATE_HZ)));
        // The header of 44 bytes, and half of the 22,050 samples of 4 bytes.
        Path half = write("half.wav", Arrays.copyOf(wav, 44 + 44_100));

        assertThat(decoder.decode(half, RATE_HZ).audio().samples()).hasSize(11_025);
    }

    @Test
    void bearsALittleDamageButNotMuch() throws Exception {
        byte[] mp3 = mp3();
        Path scratched = write("scratched.mp3", damaged(mp3, 10));
        Path wrecked = write("wrecked.mp3", damaged(mp3, 10_000));

        assertThat(decoder.decode(scratched, RATE_HZ).audio().durationSeconds()).isCloseTo(3, within(0.2));
        assertFault(wrecked, UNDECODABLE);
    }

    @Test
    void refusesWhatIsLongerThanTheLimitAndTakesWhatIsExactlyAsLong() throws Exception {
        Path exact = WavFiles.write(folder.resolve("10s.wav"), Signals.sine(440, 0.5, 10, RATE_HZ));
        Path longer = WavFiles.write(folder.resolve("11s.wav"), Signals.sine(440, 0.5, 11, RATE_HZ));

        assertThat(decoder.decode(exact, RATE_HZ).audio().durationSeconds()).isEqualTo(10);
        assertFault(longer, TOO_LONG);
    }

    @Test
    void givesUpWhenTheTimeIsOver() throws Exception {
        Path file = WavFiles.write(folder.resolve("a.wav"), Signals.sine(440, 0.5, 5, RATE_HZ));
        var impatient = new AudioDecoder(new DecodeLimits(Duration.ofSeconds(10), Duration.ofNanos(1)));

        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> impatient.decode(file, RATE_HZ))
                .withMessage("decoding took longer than it may")
                .returns(TOO_SLOW, UndecodableException::fault);
    }

    @Test
    void reportsAMissingFileAsAnInputOutputError() {
        assertThatIOException().isThrownBy(() -> decoder.decode(folder.resolve("missing.wav"), RATE_HZ));
        assertThatIOException().isThrownBy(() -> decoder.decode(folder, RATE_HZ));
    }

    @Test
    void decodesTheSameInManyThreadsAtOnce() throws Exception {
        Path file = WavFiles.write(folder.resolve("a.wav"), Signals.sine(440, 0.5, 2, 44_100));
        float[] expected = decoder.decode(file, RATE_HZ).audio().samples();

        assertThat(IntStream.range(0, 32).parallel().mapToObj(i -> decodeUnchecked(file)))
                .allMatch(samples -> Arrays.equals(samples, expected));
    }

    private float[] decodeUnchecked(Path file) {
        try {
            return decoder.decode(file, RATE_HZ).audio().samples();
        } catch (IOException | UndecodableException e) {
            throw new AssertionError(e);
        }
    }

    private void assertFault(Path file, Fault expected) {
        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> decoder.decode(file, RATE_HZ))
                .satisfies(e -> assertThat(e.fault()).as(e.getMessage()).isEqualTo(expected));
    }

    private Path write(String name, byte... bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private byte[] mp3() throws Exception {
        Path file = folder.resolve("whole.mp3");
        AudioEncoder.encode(Signals.sine(440, 0.5, 3, RATE_HZ), AudioFormat.MP3, file);
        return Files.readAllBytes(file);
    }

    private static byte[] damaged(byte[] whole, int bytes) {
        byte[] damaged = whole.clone();
        var random = new Random(1);
        for (int i = 0; i < bytes; i++) {
            // The first frames of 417 bytes stay, so that the file is still known for what it is.
            damaged[4_000 + random.nextInt(whole.length - 4_000)] = (byte) random.nextInt();
        }
        return damaged;
    }

    private static byte[] midi() throws Exception {
        var sequence = new Sequence(Sequence.PPQ, 480);
        sequence.createTrack();
        var bytes = new ByteArrayOutputStream();
        MidiSystem.write(sequence, 1, bytes);
        return bytes.toByteArray();
    }
}
