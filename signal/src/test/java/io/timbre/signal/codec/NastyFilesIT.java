package io.timbre.signal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.signal.Audio;
import io.timbre.signal.DataFolder;
import io.timbre.signal.codec.UndecodableException.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files that others collected because they broke a decoder: each is decoded or refused, and soon. */
class NastyFilesIT {
    private static final int RATE_HZ = 22_050;
    private static final String SOUND = "SOUND";

    private final AudioDecoder decoder =
            new AudioDecoder(new DecodeLimits(Duration.ofMinutes(10), Duration.ofSeconds(10)));

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void decodesOrRefusesEveryFile() throws Exception {
        Path folder = DataFolder.require("nasty");
        var outcomes = new TreeMap<Path, String>();
        for (Path file : files(folder)) {
            long start = System.nanoTime();
            outcomes.put(folder.relativize(file), outcome(file));
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as(file.toString())
                    .isLessThan(Duration.ofSeconds(12));
        }

        // 95, 80, 52 and 2 of 229 when this was written: bounds that a new version of FFmpeg may move within.
        Map<String, Long> counts =
                outcomes.values().stream().collect(Collectors.groupingBy(outcome -> outcome, Collectors.counting()));
        assertThat(counts.get(SOUND)).as("%s", outcomes).isBetween(85L, 105L);
        assertThat(counts.get(Fault.UNKNOWN_KIND.name())).as("%s", outcomes).isBetween(70L, 90L);
        assertThat(counts.get(Fault.UNDECODABLE.name())).as("%s", outcomes).isBetween(42L, 62L);
        assertThat(counts.get(Fault.EMPTY.name())).as("%s", outcomes).isEqualTo(2);
        assertThat(counts).doesNotContainKey(Fault.TOO_LONG.name());
    }

    @Test
    void takesEveryGoodFileAndNoScore() throws Exception {
        Path folder = DataFolder.require("nasty");
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            if (name.endsWith(".mid")) {
                assertThat(outcome(file)).as(name).isIn(Fault.UNKNOWN_KIND.name(), Fault.EMPTY.name());
            } else if (name.startsWith("good.")) {
                assertThat(outcome(file)).as(name).isEqualTo(SOUND);
            }
        }
    }

    private String outcome(Path file) throws IOException {
        try {
            Audio audio = decoder.decode(file, RATE_HZ).audio();
            assertThat(audio.samples()).as(file.toString()).isNotEmpty();
            return SOUND;
        } catch (UndecodableException e) {
            return e.fault().name();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
