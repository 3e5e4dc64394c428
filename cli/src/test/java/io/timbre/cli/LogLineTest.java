package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogLineTest {
    @Test
    void tellsTimeLevelClassAndMessageOfAStructuredLine() {
        assertThat(LogLine.readable("""
                {"timestamp":"2026-11-21T06:18:45.830775225Z","sequence":160,"loggerName":"io.timbre.ingest.Intake",\
                "level":"WARN","message":"too long","mdc":{"track_id":"ab12"}}""")).isEqualTo("06:18:45 WARN Intake: too long");
    }

    @Test
    void tellsEveryCauseDownToTheFirst() {
        assertThat(LogLine.readable("""
                {"message":"Failed to start","exception":{"exceptionType":"java.lang.RuntimeException","message":"no",\
                "frames":[],"causedBy":{"exception":{"exceptionType":"java.io.IOException","message":"no model"}}}}"""))
                .endsWith(": Failed to start; java.lang.RuntimeException: no; java.io.IOException: no model");
    }

    @ParameterizedTest
    @ValueSource(strings = {"broker ready", "{not json", "{\"other\": 1}", ""})
    void leavesOtherLinesAsTheyAre(String line) {
        assertThat(LogLine.readable(line)).isEqualTo(line);
    }
}
