package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.timbre.cli.Contestant.Span;
import io.timbre.networks.zoo.Zoo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With a shell script for an interpreter, which says the same of every network. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the interpreter is a shell script")
class PythonNetworksTest {
    private static final String SHAPES = "[[14],[128],[128],[64],[64],[11]]";
    // 2 x 14; 128 (14 + 1); 64 (128 + 1); 11 (64 + 1)
    private static final int PARAMETERS = 28 + 1920 + 8256 + 715;

    @TempDir
    Path folder;

    @Test
    void takesTheTimesOfTheOtherProcess() throws Exception {
        try (var process = interpreter(PARAMETERS, SHAPES);
                var ready = ready(process)) {
            assertThat(ready.work(3, 0)).isEqualTo(new Span(5, 9));
        }
    }

    @Test
    void refusesANetworkWithOtherParameters() throws Exception {
        try (var process = interpreter(7, SHAPES)) {
            assertThatExceptionOfType(CommandFailedException.class)
                    .isThrownBy(() -> ready(process))
                    .withMessage("torch must make chang-mlp with the parameters 10919: had 7");
        }
    }

    @Test
    void refusesANetworkWithOtherShapes() throws Exception {
        try (var process = interpreter(PARAMETERS, "[[14],[11]]")) {
            assertThatExceptionOfType(CommandFailedException.class)
                    .isThrownBy(() -> ready(process))
                    .withMessage("torch must make chang-mlp with the shapes " + SHAPES + ": had [[14],[11]]");
        }
    }

    private static ReadyNetwork ready(PythonProcess process) throws IOException {
        return new PythonNetworks("torch", process).ready(Zoo.classifier("chang-mlp"), NetworkTask.PREDICTION, 4);
    }

    private PythonProcess interpreter(int parameters, String shapes) throws IOException {
        var script = Files.writeString(folder.resolve("python"), """
                #!/bin/sh
                echo '{"versions": {"torch": "1"}}'
                while read -r line; do
                    echo '{"parameters": %d, "shapes": %s, "began": 5, "ended": 9}'
                done
                """.formatted(parameters, shapes));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return PythonProcess.start(script.toString(), PythonNetworks.SCRIPT, "torch");
    }
}
