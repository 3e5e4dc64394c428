package io.timbre.signal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.signal.DataFolder;
import io.timbre.signal.codec.UndecodableException.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that others collected because they broke a decoder: each is decoded or refused, and soon. The table of how is
 * left in {@code target/decoding/nasty.md}.
 */
class NastyFilesIT {
    private static final int RATE_HZ = 22_050;
    private static final DecodeLimits LIMITS = new DecodeLimits(Duration.ofMinutes(10), Duration.ofSeconds(10));

    private final AudioDecoder decoder = new AudioDecoder(LIMITS);

    @TempDir
    Path scratch;

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void decodesOrRefusesEveryFile() throws Exception {
        var counts = new Outcomes();
        outcomes(decoder).forEach((file, outcome) -> counts.count(kind(file), outcome));
        counts.write(Path.of("target/decoding/nasty.md"), "kind, by its name");

        // 103, 83, 41 and 2 of 229 when this was written: a new version of FFmpeg may move one or two.
        assertThat(counts.of(Outcomes.DECODED)).isBetween(101, 105);
        assertThat(counts.of(Fault.UNKNOWN_KIND.name())).isBetween(81, 85);
        assertThat(counts.of(Fault.UNDECODABLE.name())).isBetween(39, 43);
        assertThat(counts.of(Fault.EMPTY.name())).isEqualTo(2);
        assertThat(counts.of(Fault.TOO_LONG.name()) + counts.of(Fault.TOO_SLOW.name()))
                .isZero();
    }

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void decodesAndRefusesTheSameInAnotherProcess() throws Exception {
        try (var isolated = new IsolatedDecoder(LIMITS, 512)) {
            assertThat(outcomes(isolated)).isEqualTo(outcomes(decoder));
        }
    }

    /** In a JVM that is told nothing by its options, as those speak on standard error. */
    @Test
    void writesNothingToTheStandardStreams() throws Exception {
        Path folder = DataFolder.require("nasty");
        Path said = scratch.resolve("said");

        int status = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DecodeAll.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();

        assertThat(status).isZero();
        assertThat(said).isEmptyFile();
    }

    @Test
    void takesEveryGoodFileAndNoScore() throws Exception {
        Path folder = DataFolder.require("nasty");
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            if (name.endsWith(".mid")) {
                assertThat(Outcomes.of(decoder, file, RATE_HZ))
                        .as(name)
                        .isIn(Fault.UNKNOWN_KIND.name(), Fault.EMPTY.name());
            } else if (name.startsWith("good.")) {
                assertThat(Outcomes.of(decoder, file, RATE_HZ)).as(name).isEqualTo(Outcomes.DECODED);
            }
        }
    }

    private static Map<Path, String> outcomes(Decoder decoder) throws IOException {
        var outcomes = new TreeMap<Path, String>();
        for (Path file : files(DataFolder.require("nasty"))) {
            outcomes.put(file, Outcomes.of(decoder, file, RATE_HZ));
        }
        return outcomes;
    }

    private static String kind(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static final class DecodeAll {
        public static void main(String[] arguments) throws IOException {
            for (Path file : files(Path.of(arguments[0]))) {
                Outcomes.of(new AudioDecoder(LIMITS), file, RATE_HZ);
            }
        }
    }
}
