package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SignalBenchIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void measuresAloneWithoutPeersAndSaysHowToHaveThem() throws Exception {
        var absent = folder.resolve("absent").toString();

        var spoken = Spoken.by("bench", "signal", "--quick", "--threads", "2", "--python", absent, "--ffmpeg", absent);

        assertThat(spoken.status()).isZero();
        // Four tasks of samples, four of files in six formats, and the memory.
        assertThat(spoken.out()).hasSize(4 + 4 * 6 + 1);
        for (var said : spoken.out()) {
            var line = JSON.readTree(said);
            assertThat(line.fieldNames())
                    .toIterable()
                    .containsExactly("bench", "case", "peer", "ours", "theirs", "unit", "ratio");
            assertThat(line.path("case").asText()).contains(", 3 s, ");
            assertThat(line.path("ours").asDouble()).isPositive();
            assertThat(line.path("peer").isNull()).isTrue();
        }
        assertThat(spoken.err())
                .contains(
                        "timbre: peer librosa is skipped: " + absent + " does not import it; to have it: "
                                + "`pip install librosa==0.11.0 torch`, and --python says which interpreter",
                        "timbre: peer ffmpeg is skipped: no command " + absent
                                + "; to have it: put it on the PATH, or say where it is by --ffmpeg")
                .anyMatch(line -> line.startsWith("timbre: peer torch is skipped: "))
                .last()
                .isEqualTo("0 disagreements");
    }

    /** An interpreter of our own making that knows one task, takes 1 s for each, and gives no numbers. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void failsIfAnInterpreterComputesSomethingElse() throws Exception {
        var interpreter = Files.writeString(folder.resolve("interpreter"), """
                #!/bin/sh
                echo '{"versions": {"librosa": "0.11.0"}, "tasks": {"librosa": ["mfcc"]}}'
                while read -r request; do echo '{"began": 0, "ended": 1000000000}'; done
                """);
        Files.setPosixFilePermissions(interpreter, PosixFilePermissions.fromString("rwx------"));

        var spoken = Spoken.by(
                "bench",
                "signal",
                "--quick",
                "--threads",
                "1",
                "--case",
                "mfcc",
                "--python",
                interpreter.toString(),
                "--ffmpeg",
                folder.resolve("absent").toString());

        assertThat(spoken.err())
                .contains("timbre: mfcc, 3 s, 1 thread: librosa computes something else: "
                        + "-Infinity dB of agreement, but at least 100 are due");
        assertThat(spoken.status()).isEqualTo(1);
    }

    @Test
    void wantsACaseThatThereIs() {
        var absent = folder.resolve("absent").toString();

        var spoken = Spoken.by("bench", "signal", "--quick", "--case", "polka", "--python", absent, "--ffmpeg", absent);

        assertThat(spoken.status()).isEqualTo(2);
        assertThat(spoken.err()).anyMatch(line -> line.contains("--case must be in a case's name"));
    }

    @Test
    void wantsARoundAtLeast() {
        assertThat(Spoken.by("bench", "signal", "--rounds", "0").status()).isEqualTo(2);
    }
}
