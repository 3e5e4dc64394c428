package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class DecoderBenchIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void comparesEqualNumbersOfFiveFormatsByOneAndTwoThreads() throws Exception {
        var spoken = Spoken.by("bench", "decoder", "--quick");

        assertThat(spoken.status()).isZero();
        assertThat(spoken.out()).hasSize(5 * 2);
        for (var said : spoken.out()) {
            var line = JSON.readTree(said);
            assertThat(line.path("bench").asText()).isEqualTo("decoder");
            assertThat(line.path("case").asText())
                    .matches("file to segments (mp3|flac|ogg|m4a|wav), 3 s, [12] threads?");
            assertThat(line.path("peer").asText()).isEqualTo("in-process");
            assertThat(line.path("ratio").asDouble()).isPositive();
        }
        assertThat(spoken.err()).filteredOn(row -> row.endsWith(" equal")).hasSize(5 * 2);
    }
}
