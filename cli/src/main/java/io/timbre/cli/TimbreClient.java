package io.timbre.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;

/** A running chain, over HTTP. Safe to share between threads. */
final class TimbreClient {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration RETRY_PAUSE = Duration.ofSeconds(2);
    private static final int TRIES = 30;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI address;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .build();

    TimbreClient(URI address) {
        this.address = address;
    }

    /** How an upload ended at the door. */
    sealed interface Receipt {
        record Accepted(String trackId) implements Receipt {}

        record Refused(String reason, String detail) implements Receipt {}
    }

    /**
     * Uploads a file, again and again while the chain says that it cannot take it now.
     *
     * @throws CommandFailedException if nothing answers at the address, or not as a chain does
     */
    Receipt submit(Path file) throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            var answer = post(file);
            var body = JSON.readTree(answer.body());
            switch (answer.statusCode()) {
                case 202 -> {
                    return new Receipt.Accepted(body.path("track_id").asText());
                }
                case 400, 413 -> {
                    return new Receipt.Refused(
                            body.path("reason").asText(), body.path("detail").asText());
                }
                case 429, 502, 503 -> {
                    if (tries == TRIES) {
                        throw unexpected(answer);
                    }
                    Thread.sleep(RETRY_PAUSE);
                }
                default -> throw unexpected(answer);
            }
        }
    }

    /** The classification or rejection of a track, once there is one. */
    Optional<Outcome> outcome(String file, String trackId) throws IOException, InterruptedException {
        var answer = send(HttpRequest.newBuilder(address.resolve("/api/tracks/" + trackId + "/classification")));
        var body = JSON.readTree(answer.body());
        return switch (answer.statusCode()) {
            case 200 -> Optional.of(tagged(file, body));
            case 410 ->
                Optional.of(new Outcome.Rejected(
                        file, body.path("reason").asText(), body.path("detail").asText()));
            case 404, 502, 503 -> Optional.empty();
            default -> throw unexpected(answer);
        };
    }

    /**
     * The classification or rejection of a track, asked for until it is there.
     *
     * @throws CommandFailedException if patience ends first
     */
    Outcome await(String file, String trackId, Duration poll, Duration patience)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            var outcome = outcome(file, trackId);
            if (outcome.isPresent()) {
                return outcome.get();
            }
            Thread.sleep(poll);
        }
        throw new CommandFailedException("no result for " + file + " after " + patience + "; it is not lost: ask "
                + address.resolve("/api/tracks/" + trackId) + " later");
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

    private HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new CommandFailedException(
                    "nothing answers at " + address + " (" + e + "); start the chain with: timbre up");
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
