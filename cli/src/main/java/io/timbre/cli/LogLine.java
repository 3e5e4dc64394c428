package io.timbre.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A line of a service's structured log, for people: {@code 06:18:45 WARN TrackIntake: message}. */
final class LogLine {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LogLine() {}

    /** Lines that are not structured stay as they are. */
    static String readable(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        try {
            var fields = JSON.readTree(line);
            return fields.has("message") ? readable(fields) : line;
        } catch (JsonProcessingException plainText) {
            return line;
        }
    }

    private static String readable(JsonNode fields) {
        var logger = fields.path("loggerName").asText();
        return timeOfDay(fields.path("timestamp").asText())
                + fields.path("level").asText()
                + " "
                + logger.substring(logger.lastIndexOf('.') + 1)
                + ": "
                + fields.path("message").asText()
                + causes(fields.path("exception"));
    }

    /** Of {@code 2026-11-21T06:18:45.830775225Z}, the time in whole seconds. */
    private static String timeOfDay(String timestamp) {
        var time = timestamp.indexOf('T') + 1;
        return time > 0 && timestamp.length() >= time + 8 ? timestamp.substring(time, time + 8) + " " : "";
    }

    /** Type and message of each exception down to the first cause; the frames are in the log. */
    private static String causes(JsonNode exception) {
        if (exception.isMissingNode()) {
            return "";
        }
        return "; "
                + exception.path("exceptionType").asText()
                + ": "
                + exception.path("message").asText()
                + causes(exception.path("causedBy").path("exception"));
    }
}
