package io.timbre.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers as it was told to, in that order for each request line, the last answer again and again. */
final class FakeChain implements AutoCloseable {
    static final String UPLOAD = "POST /api/tracks";

    private record Answer(int status, String body) {}

    private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
    private final Map<String, List<String>> bodies = new ConcurrentHashMap<>();
    private final HttpServer server;

    FakeChain() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    FakeChain answering(String requestLine, int status, String body) {
        answers.computeIfAbsent(requestLine, line -> new ArrayDeque<>()).add(new Answer(status, body));
        return this;
    }

    /** Hangs up in the middle of a request, as a process that is killed. */
    FakeChain hangingUp(String requestLine) {
        return answering(requestLine, 0, "");
    }

    static String labels(String trackId) {
        return "POST /api/tracks/" + trackId + "/labels";
    }

    static String classification(String trackId) {
        return "GET /api/tracks/" + trackId + "/classification";
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The bodies of all uploads so far, as text. */
    List<String> uploads() {
        return bodies(UPLOAD);
    }

    /** The bodies of all requests of a line so far, as text. */
    List<String> bodies(String requestLine) {
        return List.copyOf(bodies.getOrDefault(requestLine, List.of()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            bodies.computeIfAbsent(line, first -> new CopyOnWriteArrayList<>()).add(body);
            var prepared = answers.getOrDefault(line, new ArrayDeque<>(List.of(new Answer(404, "{}"))));
            var answer = prepared.size() > 1 ? prepared.removeFirst() : prepared.getFirst();
            if (answer.status() > 0) {
                var bytes = answer.body().getBytes(UTF_8);
                exchange.sendResponseHeaders(answer.status(), bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
