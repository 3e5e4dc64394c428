package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewayIT {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Ports ports = Ports.spare();
    private Gateway gateway;

    @BeforeEach
    void startGateway() throws InterruptedException {
        gateway = Gateway.start(ports);
    }

    @AfterEach
    void stopGateway() throws InterruptedException {
        gateway.close();
    }

    @Test
    void passesMethodQueryAndBodyToTheServiceOfThePath() throws Exception {
        var ingest = service(Service.INGEST);
        ingest.createContext("/", exchange -> {
            var got = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(202, got.length());
            exchange.getResponseBody().write(got.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        try {
            var response = http.send(
                    request("/api/tracks?title=a%20b")
                            .POST(BodyPublishers.ofString("sound"))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(202);
            assertThat(response.body()).isEqualTo("POST /api/tracks?title=a%20b sound");
        } finally {
            ingest.stop(0);
        }
    }

    @Test
    void letsAServiceCloseItsConnectionThoughTheClientOffersHttp2() throws Exception {
        var trainer = service(Service.TRAINER);
        trainer.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        try {
            var response = http.send(request("/api/models").build(), BodyHandlers.discarding());

            assertThat(response.statusCode()).isEqualTo(204);
        } finally {
            trainer.stop(0);
        }
    }

    @Test
    void takesThePrefixFromThePathOfOperations() throws Exception {
        var features = service(Service.FEATURES);
        features.createContext("/q/health", exchange -> {
            exchange.sendResponseHeaders(
                    "/q/health/ready?x=1".equals(exchange.getRequestURI().toString()) ? 200 : 404, -1);
            exchange.close();
        });
        try {
            var response =
                    http.send(request("/services/features/q/health/ready?x=1").build(), BodyHandlers.discarding());

            assertThat(response.statusCode()).isEqualTo(200);
        } finally {
            features.stop(0);
        }
    }

    @Test
    void letsEventsThroughBeforeTheirStreamEnds() throws Exception {
        var firstEventSeen = new CountDownLatch(1);
        var ingest = service(Service.INGEST);
        ingest.createContext("/api/classifications/stream", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("data: 1\n\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            awaitUninterrupted(firstEventSeen);
            exchange.close();
        });
        try (InputStream events = http.send(
                        request("/api/classifications/stream").build(), BodyHandlers.ofInputStream())
                .body()) {
            assertThat(new String(events.readNBytes(9), StandardCharsets.UTF_8)).isEqualTo("data: 1\n\n");
            firstEventSeen.countDown();
            assertThat(events.readAllBytes()).isEmpty();
        } finally {
            ingest.stop(0);
        }
    }

    @Test
    void answersForAServiceThatIsDownWithAProblemBody() throws Exception {
        var response = http.send(
                request("/api/models")
                        .POST(BodyPublishers.ofByteArray(new byte[1_000_000]))
                        .build(),
                BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).contains("\"status\":503", "trainer does not answer", "/api/models");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.gateway() + path));
    }

    private HttpServer service(Service service) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.of(service));
        var server = HttpServer.create(address, 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return server;
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
