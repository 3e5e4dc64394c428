package io.timbre.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A Prometheus that scrapes a chain by the configuration that ships for {@code timbre up}, and evaluates the alerts that
 * ship. In the place of GPUs it finds what NVIDIA's exporter would say of one.
 */
final class RealPrometheus implements AutoCloseable {
    private static final Path MONITORING = Path.of(System.getProperty("timbre.home"), "k8s/monitoring");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** As dcgm-exporter writes its default counters. */
    private static final String A_GPU = """
        DCGM_FI_DEV_GPU_TEMP{gpu="0",UUID="GPU-604ac76c",device="nvidia0",Hostname="node-1"} 41
        DCGM_FI_DEV_GPU_UTIL{gpu="0",UUID="GPU-604ac76c",device="nvidia0",Hostname="node-1"} 37
        DCGM_FI_DEV_FB_FREE{gpu="0",UUID="GPU-604ac76c",device="nvidia0",Hostname="node-1"} 22731
        DCGM_FI_DEV_FB_USED{gpu="0",UUID="GPU-604ac76c",device="nvidia0",Hostname="node-1"} 1312
        DCGM_FI_DEV_XID_ERRORS{gpu="0",UUID="GPU-604ac76c",device="nvidia0",Hostname="node-1"} 0
        """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer exporter;
    private final Process process;
    private final URI address;
    private final Instant began = Instant.now();

    private RealPrometheus(HttpServer exporter, Process process, URI address) {
        this.exporter = exporter;
        this.process = process;
        this.address = address;
    }

    /** Returns once it answers; nothing where there is no Prometheus to be had. */
    static Optional<RealPrometheus> start(Path folder, URI chain) throws IOException, InterruptedException {
        var binaries = find();
        return binaries.isPresent() ? Optional.of(start(binaries.get(), folder, chain)) : Optional.empty();
    }

    private static RealPrometheus start(Path binaries, Path folder, URI chain)
            throws IOException, InterruptedException {
        var exporter = exporter();
        var rules = Files.writeString(folder.resolve("rules.yml"), rules());
        var configuration =
                Files.readString(MONITORING.resolve("prometheus.yml")).replace("localhost:8080", chain.getAuthority())
                        + "  - job_name: dcgm-exporter\n    static_configs: [{targets: ['127.0.0.1:"
                        + exporter.getAddress().getPort() + "']}]\nrule_files: ['" + rules + "']\n";
        var file = Files.writeString(folder.resolve("prometheus.yml"), configuration);
        int port = freePort();
        var process = new ProcessBuilder(
                        binaries.resolve("prometheus").toString(),
                        "--config.file=" + file,
                        "--storage.tsdb.path=" + folder.resolve("prometheus"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
        var prometheus = new RealPrometheus(exporter, process, URI.create("http://127.0.0.1:" + port));
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        () -> prometheus
                                .get("/api/v1/targets", Map.of())
                                .path("status")
                                .asText(),
                        "success"::equals);
        return prometheus;
    }

    private static Optional<Path> find() throws IOException, InterruptedException {
        var process = new ProcessBuilder(MONITORING.resolve("find-prometheus").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        return process.waitFor() == 0 ? Optional.of(Path.of(said)) : Optional.empty();
    }

    private static HttpServer exporter() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var body = A_GPU.getBytes(UTF_8);
        server.createContext("/metrics", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    /** What the PrometheusRule holds, as Prometheus itself reads it. */
    private static String rules() throws IOException {
        return Files.readAllLines(MONITORING.resolve("alerts/timbre-alerts.yaml")).stream()
                .dropWhile(line -> !line.equals("spec:"))
                .skip(1)
                .map(line -> line.replaceFirst("^ {2}", ""))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Whether a query had any value at any time since the start; a quotient of nothing by nothing is none. */
    boolean hadData(String query) throws IOException, InterruptedException {
        var answer = get(
                "/api/v1/query_range",
                Map.of(
                        "query",
                        query,
                        "start",
                        Long.toString(began.getEpochSecond()),
                        "end",
                        Long.toString(Instant.now().getEpochSecond()),
                        "step",
                        "5"));
        if (!answer.path("status").asText().equals("success")) {
            throw new AssertionError(answer.path("error").asText() + " in " + query);
        }
        return StreamSupport.stream(answer.at("/data/result").spliterator(), false)
                .flatMap(series -> StreamSupport.stream(series.path("values").spliterator(), false))
                .anyMatch(value -> !value.path(1).asText().equals("NaN"));
    }

    /** The labels of every series that matches and was there at any time since the start. */
    List<JsonNode> series(String match) throws IOException, InterruptedException {
        return StreamSupport.stream(
                        get("/api/v1/series", Map.of("match[]", match, "start", Long.toString(began.getEpochSecond())))
                                .path("data")
                                .spliterator(),
                        false)
                .toList();
    }

    /** The rules as they stand now. */
    List<JsonNode> alerts() throws IOException, InterruptedException {
        return get("/api/v1/rules", Map.of()).findValues("rules").stream()
                .flatMap(rules -> StreamSupport.stream(rules.spliterator(), false))
                .toList();
    }

    private JsonNode get(String path, Map<String, String> parameters) throws IOException, InterruptedException {
        var query = parameters.entrySet().stream()
                .map(each -> URLEncoder.encode(each.getKey(), UTF_8) + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        var request =
                HttpRequest.newBuilder(address.resolve(path + "?" + query)).build();
        return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor(10, TimeUnit.SECONDS);
        exporter.stop(0);
        http.close();
    }
}
