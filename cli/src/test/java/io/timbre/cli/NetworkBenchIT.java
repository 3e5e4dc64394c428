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

    @TempDir
    Path folder;

    @Test
    void comparesMxNetWithPyTorchAndWatchesMemory() {
        var absent = folder.resolve("absent").toString();

        var spoken = Spoken.by(
                "bench", "networks", "--quick", "--network=chang-mlp", "--batch=1,4", "--steps=20", "--python", absent);

        assertThat(spoken.status()).isZero();
        var lines = spoken.out().stream().map(NetworkBenchIT::read).toList();
        assertThat(lines)
                .extracting(line -> line.path("case").asText())
                .containsExactly(
                        "chang-mlp, prediction, batch 1",
                        "chang-mlp, training, batch 1",
                        "chang-mlp, prediction, batch 4",
                        "chang-mlp, training, batch 4",
                        "chang-mlp, resident memory after 500 steps of training, batch 32",
                        "chang-mlp, resident memory after 520 steps of training, batch 32");
        assertThat(lines.subList(0, 4)).allSatisfy(line -> {
            assertThat(line.path("peer").asText()).isEqualTo("djl-pytorch");
            assertThat(line.path("unit").asText()).isEqualTo("samples/s");
            assertThat(line.path("theirs").asDouble()).isPositive();
        });
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.path("ours").asDouble()).isPositive());
        assertThat(spoken.err()).anyMatch(line -> line.startsWith("timbre: peer torch is skipped: " + absent));
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

        assertThat(spoken.out()).isEmpty();
        assertThat(spoken.err())
                .anyMatch(line -> line.startsWith("timbre: chang-mlp, training, batch 1 is left out: it needs about"));
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
