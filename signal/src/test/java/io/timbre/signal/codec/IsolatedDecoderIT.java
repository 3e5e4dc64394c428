package io.timbre.signal.codec;

import static io.timbre.signal.codec.UndecodableException.Fault.TOO_LONG;
import static io.timbre.signal.codec.UndecodableException.Fault.TOO_SLOW;
import static io.timbre.signal.codec.UndecodableException.Fault.UNDECODABLE;
import static io.timbre.signal.codec.UndecodableException.Fault.UNKNOWN_KIND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.timbre.signal.Signals;
import io.timbre.signal.codec.UndecodableException.Fault;
import io.timbre.signal.resample.Resampler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes; what a hostile file would do to one, programs in its place do on order. */
class IsolatedDecoderIT {
    private static final int RATE_HZ = 22_050;
    private static final int MEMORY_MIB = 512;
    private static final DecodeLimits LIMITS = new DecodeLimits(Duration.ofSeconds(10), Duration.ofSeconds(5));
    private static final DecodeLimits IMPATIENT = new DecodeLimits(Duration.ofSeconds(10), Duration.ofMillis(1));

    @TempDir
    Path folder;

    @Test
    void decodesAsTheOtherDoes() throws Exception {
        Path file = music();
        var expected = new AudioDecoder(LIMITS).decode(file, RATE_HZ);

        try (var decoder = new IsolatedDecoder(LIMITS, MEMORY_MIB)) {
            for (int i = 0; i < 3; i++) {
                var decoded = decoder.decode(file, RATE_HZ);

                assertThat(decoded.audio().samples())
                        .containsExactly(expected.audio().samples());
                assertThat(decoded)
                        .usingRecursiveComparison()
                        .ignoringFields("audio.samples")
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void passesMoreSamplesThanAreSharedAtOnce() throws Exception {
        Path file = music();
        int rateHz = Resampler.MAX_RATE_HZ; // 3 s of it are 2.2 times the room.
        float[] expected = new AudioDecoder(LIMITS).decode(file, rateHz).audio().samples();

        try (var decoder = new IsolatedDecoder(LIMITS, MEMORY_MIB)) {
            for (int i = 0; i < 2; i++) {
                assertThat(decoder.decode(file, rateHz).audio().samples()).isEqualTo(expected);
            }
        }
    }

    @Test
    void refusesAsTheOtherDoes() throws Exception {
        Path text = Files.writeString(folder.resolve("a.wav"), "no sound");

        try (var decoder = new IsolatedDecoder(LIMITS, MEMORY_MIB)) {
            assertThatExceptionOfType(UndecodableException.class)
                    .isThrownBy(() -> decoder.decode(text, RATE_HZ))
                    .withMessage("not a known audio format")
                    .returns(UNKNOWN_KIND, UndecodableException::fault);
            assertThatIOException().isThrownBy(() -> decoder.decode(folder.resolve("missing"), RATE_HZ));
        }
    }

    @Test
    void decodesManyFilesAtOnce() throws Exception {
        Path file = music();
        float[] expected =
                new AudioDecoder(LIMITS).decode(file, RATE_HZ).audio().samples();

        try (var decoder = new IsolatedDecoder(LIMITS, MEMORY_MIB)) {
            assertThat(IntStream.range(0, 20).parallel().mapToObj(i -> decodeUnchecked(decoder, file)))
                    .allMatch(samples -> Arrays.equals(samples, expected));
        }
    }

    @Test
    void outlivesACrash() {
        assertUndecodable(Crashing.class, "the decoder ended with status 134"); // 128 + SIGABRT
    }

    @Test
    void outlivesAHeapThatIsFull() {
        assertUndecodable(HeapHungry.class, "the decoder ended with status 3");
    }

    @Test
    void outlivesNativeMemoryThatIsFull() {
        assertUndecodable(Hungry.class, "cannot allocate");
    }

    @Test
    void endsWhatNeverEnds() {
        try (var decoder = new IsolatedDecoder(Hanging.class, IMPATIENT, MEMORY_MIB)) {
            assertFault(TOO_SLOW, decoder);
        }
    }

    @Test
    void givesAFileAFreshProcessBeforeItIsBlamed() throws Exception {
        var limits = new DecodeLimits(Duration.ofMinutes(1), Duration.ofSeconds(5));
        try (var decoder = new IsolatedDecoder(Once.class, limits, MEMORY_MIB)) {
            for (int i = 0; i < 3; i++) {
                assertThat(decoder.decode(music(), RATE_HZ).audio().samples()).hasSize(Once.SAMPLES);
            }
        }
    }

    @Test
    void givesAFileASecondProcessAlsoIfTheFirstIsNew() throws Exception {
        Path file = music();
        try (var decoder = new IsolatedDecoder(Lazarus.class, LIMITS, MEMORY_MIB)) {
            assertThat(decoder.decode(file, RATE_HZ).codec()).isEqualTo("lazarus");
        }
    }

    @Test
    void takesNoMoreSamplesThanTheLongestTrackHas() {
        try (var decoder = new IsolatedDecoder(Endless.class, LIMITS, MEMORY_MIB)) {
            assertFault(TOO_LONG, decoder);
        }
    }

    @Test
    void holdsTheLimitsOfTheOther() {
        var brief = new DecodeLimits(Duration.ofSeconds(2), Duration.ofSeconds(5));
        try (var decoder = new IsolatedDecoder(brief, MEMORY_MIB)) {
            assertFault(TOO_LONG, decoder);
        }
    }

    @Test
    void tellsAChildNoSecrets() throws Exception {
        try (var decoder = new IsolatedDecoder(Indiscreet.class, LIMITS, MEMORY_MIB)) {
            assertThat(decoder.decode(music(), RATE_HZ).codec().split(","))
                    .contains("PATH")
                    .allMatch(name -> name.matches("PATH|HOME|LANG|LC_.*|TMPDIR|TZ|PWD|OLDPWD|SHLVL|_"));
        }
    }

    @Test
    void blamesNoFileWhenTheLibrariesCannotBeLoaded() throws Exception {
        Path file = music();
        String setting = "org.bytedeco.javacpp.platform";
        System.setProperty(setting, "none");
        try (var decoder = new IsolatedDecoder(LIMITS, MEMORY_MIB)) {
            assertThatIOException()
                    .isThrownBy(() -> decoder.decode(file, RATE_HZ))
                    .withMessage("the decoder does not start");
        } finally {
            System.clearProperty(setting);
        }
    }

    @Test
    void blamesNoFileWhenNoProcessStarts() {
        try (var decoder = new IsolatedDecoder(Failing.class, LIMITS, MEMORY_MIB)) {
            assertThatIOException()
                    .isThrownBy(() -> decoder.decode(music(), RATE_HZ))
                    .withMessage("the decoder does not start");
        }
    }

    @Test
    void leavesNoFileBehind() throws Exception {
        try (var decoder = new IsolatedDecoder(LIMITS, MEMORY_MIB);
                var failing = new IsolatedDecoder(Failing.class, LIMITS, MEMORY_MIB)) {
            decoder.decode(music(), RATE_HZ);
            assertThatIOException().isThrownBy(() -> failing.decode(music(), RATE_HZ));

            try (var files = Files.list(SharedSamples.folder())) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .noneMatch(name -> name.startsWith(SharedSamples.prefix()));
            }
        }
    }

    @Test
    void leavesNoProcessBehind() throws Exception {
        List<ProcessHandle> children;
        try (var decoder = new IsolatedDecoder(LIMITS, MEMORY_MIB)) {
            decoder.decode(music(), RATE_HZ);
            children = ProcessHandle.current().children().toList();
            assertThat(children).isNotEmpty();
        }
        for (ProcessHandle child : children) {
            child.onExit().get(10, TimeUnit.SECONDS);
        }
    }

    /** The parent is killed while its child decodes, without end. */
    @Test
    void endsWithItsParent() throws Exception {
        var parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        music().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var child = ProcessHandle.of(Long.parseLong(parent.inputReader().readLine()))
                .orElseThrow();

        parent.destroyForcibly();

        child.onExit().get(10, TimeUnit.SECONDS);
    }

    private void assertFault(Fault expected, Decoder decoder) {
        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> decoder.decode(music(), RATE_HZ))
                .returns(expected, UndecodableException::fault);
    }

    private void assertUndecodable(Class<?> main, String detail) {
        try (var decoder = new IsolatedDecoder(main, LIMITS, MEMORY_MIB)) {
            assertThatExceptionOfType(UndecodableException.class)
                    .isThrownBy(() -> decoder.decode(music(), RATE_HZ))
                    .withMessageContaining(detail)
                    .returns(UNDECODABLE, UndecodableException::fault);
        }
    }

    private Path music() throws IOException {
        Path file = folder.resolve("music.mp3");
        AudioEncoder.encode(Signals.sine(440, 0.5, 3, RATE_HZ), AudioFormat.MP3, file);
        return file;
    }

    private static float[] decodeUnchecked(Decoder decoder, Path file) {
        try {
            return decoder.decode(file, RATE_HZ).audio().samples();
        } catch (IOException | UndecodableException e) {
            throw new AssertionError(e);
        }
    }

    static final class Crashing {
        public static void main(String[] arguments) throws Exception {
            DecoderMain.serve(Path.of(arguments[0]), (file, sampleRateHz, sink) -> {
                Pointer.memset(new BytePointer((Pointer) null), 0, 1);
                throw new AssertionError("alive");
            });
        }
    }

    static final class HeapHungry {
        public static void main(String[] arguments) throws Exception {
            DecoderMain.serve(Path.of(arguments[0]), (file, sampleRateHz, sink) -> {
                var all = new ArrayList<float[]>();
                while (true) {
                    all.add(new float[1 << 20]);
                }
            });
        }
    }

    /** Past JavaCPP's own bounds, which count what it is asked for, FFmpeg takes its memory from the system. */
    static final class Hungry {
        public static void main(String[] arguments) throws Exception {
            DecoderMain.serve(Path.of(arguments[0]), (file, sampleRateHz, sink) -> {
                for (int i = 0; i < 2 * MEMORY_MIB / 64; i++) {
                    Pointer block = Pointer.malloc(64L << 20);
                    if (block == null || block.isNull()) {
                        throw new UndecodableException(UNDECODABLE, "cannot allocate");
                    }
                    Pointer.memset(block, 1, 64L << 20);
                }
                throw new AssertionError("no bound");
            });
        }
    }

    static final class Hanging {
        public static void main(String[] arguments) throws Exception {
            DecoderMain.serve(Path.of(arguments[0]), (file, sampleRateHz, sink) -> {
                while (true) {
                    Thread.onSpinWait();
                }
            });
        }
    }

    static final class Once {
        private static final int SAMPLES = SharedSamples.CAPACITY + 1; // Some of it gets through.
        private static int served;

        public static void main(String[] arguments) throws Exception {
            DecoderMain.serve(Path.of(arguments[0]), (file, sampleRateHz, sink) -> {
                sink.begin(0);
                sink.accept(new float[SAMPLES], 0, SAMPLES);
                if (served++ > 0) {
                    Runtime.getRuntime().halt(9);
                }
                return new DecodedTrack(1, "once", sampleRateHz, 1);
            });
        }
    }

    /** Dies the first time, of which a file beside the music tells. */
    static final class Lazarus {
        public static void main(String[] arguments) throws Exception {
            DecoderMain.serve(Path.of(arguments[0]), (file, sampleRateHz, sink) -> {
                if (file.resolveSibling("died").toFile().createNewFile()) {
                    Runtime.getRuntime().halt(9);
                }
                sink.begin(0);
                return new DecodedTrack(1, "lazarus", sampleRateHz, 1);
            });
        }
    }

    static final class Endless {
        public static void main(String[] arguments) throws Exception {
            DecoderMain.serve(Path.of(arguments[0]), (file, sampleRateHz, sink) -> {
                sink.begin(0);
                while (true) {
                    sink.accept(new float[RATE_HZ], 0, RATE_HZ);
                }
            });
        }
    }

    static final class Indiscreet {
        public static void main(String[] arguments) throws Exception {
            DecoderMain.serve(Path.of(arguments[0]), (file, sampleRateHz, sink) -> {
                sink.begin(0);
                return new DecodedTrack(1, String.join(",", System.getenv().keySet()), sampleRateHz, 1);
            });
        }
    }

    static final class Failing {
        public static void main(String[] arguments) {
            System.exit(1);
        }
    }

    static final class Parent {
        public static void main(String[] arguments) throws Exception {
            var decoder =
                    new IsolatedDecoder(Hanging.class, new DecodeLimits(Duration.ofHours(1), Duration.ofHours(1)), 512);
            Thread.ofPlatform().start(() -> decodeUnchecked(decoder, Path.of(arguments[0])));
            while (ProcessHandle.current().children().findAny().isEmpty()) {
                Thread.sleep(10);
            }
            Thread.sleep(1_000);
            System.out.println(
                    ProcessHandle.current().children().findAny().orElseThrow().pid());
            Thread.currentThread().join();
        }
    }
}
