package io.timbre.explain.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerTest {
    @Test
    void findingsAreToldInOneOrder() {
        var findings = Map.<String, Object>of("margin", 1, "genre", "jazz", "layer", "conv1", "best", 2);

        assertThat(new Answer(List.of(), findings, Quality.of(), List.of())
                        .findings()
                        .keySet())
                .containsExactly("best", "genre", "layer", "margin");
    }
}
