package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "PyTorch's natives are for this one")
class NetworkBenchIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SMALL = " of training, batch 2 of %s, a heap of 256 MB";

    @TempDir
    Path folder;

    @Test
    void comparesMxNetWithPyTorchAndWatchesMemory() {
        var absent = folder.resolve("absent").toString();

        var spoken = Spoken.by(
                "bench",
                "networks",
                "--quick",
                "--network=stephen-rnn-2,chang-mlp",
                "--batch=4",
                "--steps=5,10",
                "--python",
                absent);

        assertThat(spoken.status()).isZero();
        var lines = spoken.out().stream().map(NetworkBenchIT::read).toList();
        assertThat(lines)
                .extracting(line -> line.path("case").asText())
                .containsExactly(
                        "stephen-rnn-2, prediction, batch 4",
                        "stephen-rnn-2, training, batch 4",
                        "chang-mlp, prediction, batch 4",
                        "chang-mlp, training, batch 4",
                        "stephen-rnn-2, resident memory after 5 steps" + SMALL.formatted("(8, 1)"),
                        "stephen-rnn-2, resident memory after 10 steps" + SMALL.formatted("(8, 1)"),
                        "chang-mlp, resident memory after 5 steps" + SMALL.formatted("(14)"),
                        "chang-mlp, resident memory after 10 steps" + SMALL.formatted("(14)"));
        assertThat(lines.subList(0, 4)).allSatisfy(line -> {
            assertThat(line.path("peer").asText()).isEqualTo("djl-pytorch");
            assertThat(line.path("unit").asText()).isEqualTo("samples/s");
            assertThat(line.path("theirs").asDouble()).isPositive();
        });
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.path("ours").asDouble()).isPositive());
        // a heap that is in memory from the start, and MXNet
        assertThat(lines.subList(4, 8))
                .allSatisfy(line -> assertThat(line.path("ours").asDouble()).isBetween(300.0, 3_000.0));
        assertThat(spoken.err())
                .anyMatch(line -> line.startsWith("timbre: peer torch is skipped: " + absent))
                .anyMatch(line -> line.startsWith("timbre: peer keras is skipped: " + absent));
    }

    @Test
    void goesOnWithoutAPeerThatCannotTakeABatch() {
        // Lee's network normalises batches, of which PyTorch wants two
        var spoken = Spoken.by(
                "bench", "networks", "--quick", "--network=lee-lstm", "--batch=1", "--steps=0", "--python=absent");

        assertThat(spoken.status()).isZero();
        assertThat(spoken.out())
                .hasSize(2)
                .last()
                .satisfies(line -> assertThat(read(line).path("peer").isNull()).isTrue());
        assertThat(spoken.err())
                .anyMatch(line -> line.startsWith("timbre: lee-lstm, training, batch 1: djl-pytorch is skipped: "));
    }

    @Test
    void leavesOutWhatNeedsTooMuchMemoryAndSaysSo() {
        var spoken = Spoken.by(
                "bench", "networks", "--quick", "--network=chang-mlp", "--batch=1", "--steps=0", "--memory-gb=0");

        assertThat(spoken.status()).isEqualTo(1);
        assertThat(spoken.out()).isEmpty();
        assertThat(spoken.err())
                .anyMatch(line -> line.startsWith("timbre: chang-mlp, training, batch 1 is left out: it needs about"))
                .last()
                .isEqualTo("timbre: nothing was measured");
    }

    @Test
    void namesTheNetworksThatThereAreWhenAskedForAnother() {
        var spoken = Spoken.by("bench", "networks", "--network=perceptron");

        assertThat(spoken.err()).first().asString().contains("--network", "chang-mlp", "was perceptron");
        assertThat(spoken.status()).isEqualTo(2);
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
