package io.timbre.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A running chain, over HTTP. Safe to share between threads. */
final class TimbreClient {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
    private static final Duration RETRY_PAUSE = Duration.ofSeconds(2);
    /** How often a chain may say that it cannot take anything now: for a minute, by the pause. */
    private static final int TRIES = 30;
    /** How often an upload may break off, which may be the file's fault. */
    private static final int BREAKS = 4;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI address;
    private final Duration retryPause;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .build();

    TimbreClient(URI address) {
        this(address, RETRY_PAUSE);
    }

    TimbreClient(URI address, Duration retryPause) {
        this.address = address;
        this.retryPause = retryPause;
    }

    @FunctionalInterface
    private interface Exchange {
        HttpResponse<String> make() throws IOException, InterruptedException;
    }

    /** How an upload or a label ended at the door. */
    sealed interface Receipt {
        /** @param status of an upload accepted or known, of a label taken or held-back */
        record Accepted(String trackId, String status) implements Receipt {}

        record Refused(String reason, String detail) implements Receipt {}

        /** This file could not be brought to the door; others may. */
        record Failed(String detail) implements Receipt {}
    }

    /**
     * Uploads a file, again and again while the chain says that it cannot take it now.
     *
     * @throws CommandFailedException if nothing answers at the address, or not as a chain does, or a chain that takes
     *     nothing for a minute
     */
    Receipt submit(Path file) throws InterruptedException {
        if (!Files.isReadable(file)) {
            return new Receipt.Failed("cannot be read");
        }
        return untilAnswered("the upload", () -> post(file));
    }

    /**
     * Says what a track is, again and again while the chain says that it cannot take it now.
     *
     * @param label fields of the API; genre must be among them
     * @throws CommandFailedException as {@link #submit}
     */
    Receipt label(String trackId, Map<String, Object> label) throws InterruptedException {
        return untilAnswered(
                "sending the label",
                () -> send(HttpRequest.newBuilder(labelsOf(trackId))
                        .timeout(ANSWER_LIMIT)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(Results.json(label)))));
    }

    private Receipt untilAnswered(String what, Exchange exchange) throws InterruptedException {
        int breaks = 0;
        for (int tries = 1; ; tries++) {
            try {
                var answer = exchange.make();
                if (!isBusy(answer)) {
                    return receipt(answer);
                }
                if (tries == TRIES) {
                    throw unexpected(answer);
                }
            } catch (IOException brokenOff) {
                breaks++;
                if (breaks == BREAKS) {
                    return new Receipt.Failed(what + " broke off " + BREAKS + " times: " + brokenOff);
                }
            }
            Thread.sleep(retryPause);
        }
    }

    private static boolean isBusy(HttpResponse<String> answer) {
        return answer.statusCode() == 429 || answer.statusCode() == 502 || answer.statusCode() == 503;
    }

    private Receipt receipt(HttpResponse<String> answer) throws IOException {
        var body = body(answer);
        return switch (answer.statusCode()) {
            case 202 ->
                new Receipt.Accepted(
                        body.path("track_id").asText(), body.path("status").asText());
            case 400, 413 ->
                new Receipt.Refused(
                        body.path("reason").asText("http-" + answer.statusCode()),
                        body.path("detail").asText());
            case 500 -> throw new IOException(answer.body());
            default -> throw unexpected(answer);
        };
    }

    /** The classification or rejection of a track, once there is one. */
    Optional<Outcome> outcome(String file, String trackId) throws InterruptedException {
        try {
            return outcome(
                    file,
                    send(HttpRequest.newBuilder(URI.create(addressOf(trackId) + "/classification"))
                            .timeout(ANSWER_LIMIT)));
        } catch (IOException brokenOff) {
            return Optional.empty();
        }
    }

    private Optional<Outcome> outcome(String file, HttpResponse<String> answer) {
        var body = body(answer);
        return switch (answer.statusCode()) {
            case 200 -> Optional.of(tagged(file, body));
            case 410 ->
                Optional.of(new Outcome.Rejected(
                        file, body.path("reason").asText(), body.path("detail").asText()));
            case 404, 429, 500, 502, 503 -> Optional.empty();
            default -> throw unexpected(answer);
        };
    }

    /** The classification or rejection of a track, asked for, at least once, until it is there or patience ends. */
    Optional<Outcome> await(String file, String trackId, Duration poll, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        var outcome = outcome(file, trackId);
        while (outcome.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(poll);
            outcome = outcome(file, trackId);
        }
        return outcome;
    }

    /** Where a track's state is read. */
    URI addressOf(String trackId) {
        return address.resolve("/api/tracks/" + trackId);
    }

    /** What stands in a table need not be an id, nor even fit into an address. */
    private URI labelsOf(String trackId) {
        return address.resolve("/api/tracks/" + URLEncoder.encode(trackId, UTF_8) + "/labels");
    }

    private HttpResponse<String> post(Path file) throws IOException, InterruptedException {
        var boundary = "timbre-" + UUID.randomUUID();
        return send(HttpRequest.newBuilder(address.resolve("/api/tracks"))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(form(file, boundary)));
    }

    /** The file flows from the disk to the socket; quotes and line ends in its name cannot end the header early. */
    private static BodyPublisher form(Path file, String boundary) throws IOException {
        var name = file.getFileName().toString().replaceAll("[\"\r\n]", "_");
        return BodyPublishers.concat(
                BodyPublishers.ofString("--" + boundary + "\r\nContent-Disposition: form-data; name=\"source\"\r\n\r\n"
                        + "timbre submit\r\n--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
    }

    /**
     * @throws IOException if the connection broke off
     * @throws CommandFailedException if there was none
     */
    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw new CommandFailedException(
                    "nothing answers at " + address + " (" + e + "); start the chain with: timbre up");
        }
    }

    /** What stands between us and the chain may answer in its own words: those have no fields. */
    private static JsonNode body(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException otherWords) {
            return MissingNode.getInstance();
        }
    }

    private CommandFailedException unexpected(HttpResponse<String> answer) {
        return new CommandFailedException(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
    }

    private static Outcome tagged(String file, JsonNode body) {
        var posteriors = new LinkedHashMap<String, Float>();
        body.path("posteriors")
                .properties()
                .forEach(
                        entry -> posteriors.put(entry.getKey(), entry.getValue().floatValue()));
        return new Outcome.Tagged(
                file,
                body.path("track_id").asText(),
                body.path("genre").asText(),
                body.path("confidence").floatValue(),
                posteriors,
                body.path("model").asText());
    }
}
