package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.timbre.signal.codec.AudioFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command as it is typed, with the model that ships. */
class TagCommandIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void tagsARecordingAndRejectsATextInALineEach() throws IOException {
        var text = Files.writeString(folder.resolve("a song.mp3"), "la la la ".repeat(1000));
        var tune = Recordings.record(folder, 1, 8, AudioFormat.WAV);

        var spoken = Spoken.by("tag", folder.toString());

        assertThat(spoken.out()).hasSize(2);
        var rejected = JSON.readTree(spoken.out().getFirst());
        assertThat(rejected.path("file").asText()).isEqualTo(text.toString());
        assertThat(rejected.path("rejected").asText()).isEqualTo("unknown-kind");
        var tagged = JSON.readTree(spoken.out().getLast());
        assertThat(tagged.path("file").asText()).isEqualTo(tune.toString());
        assertThat(tagged.fieldNames())
                .toIterable()
                .containsExactly("file", "track_id", "genre", "confidence", "posteriors", "model");
        assertThat(sum(tagged.path("posteriors"))).isBetween(0.999, 1.001);
        assertThat(spoken.err()).last().isEqualTo("1 tagged, 1 rejected, 0 failed");
        assertThat(spoken.status()).isEqualTo(1);
    }

    /** Of a process' own memory, the first page is never mapped: reading it fails, whoever asks. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void oneFileThatCannotBeReadDoesNotKeepTheOthersFromTheirs() throws IOException {
        var tune = Recordings.record(folder, 1, 8, AudioFormat.WAV);

        var spoken = Spoken.by("tag", "/proc/self/mem", tune.toString());

        assertThat(spoken.out().getFirst()).startsWith("{\"file\":\"/proc/self/mem\",\"failed\":\"cannot be read: ");
        assertThat(JSON.readTree(spoken.out().getLast()).path("genre").asText()).isNotEmpty();
        assertThat(spoken.err()).last().isEqualTo("1 tagged, 0 rejected, 1 failed");
        assertThat(spoken.status()).isEqualTo(1);
    }

    private static double sum(JsonNode posteriors) {
        double sum = 0;
        for (var posterior : posteriors) {
            sum += posterior.asDouble();
        }
        return sum;
    }
}
