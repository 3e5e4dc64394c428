package io.timbre.cli;

import io.timbre.embedded.ChildProcess;
import io.timbre.embedded.EmbeddedBroker;
import io.timbre.schemas.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Of the chain only what classifies: broker, registry and inference, on spare ports, until closed. */
final class SwapChain implements AutoCloseable {
    private static final Duration READY_LIMIT = Duration.ofMinutes(3);
    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final int PARTITIONS = 4;

    /** The heap is taken whole at the start: what grows afterwards are the models. */
    private static final List<String> FIXED_HEAP = List.of("-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch");

    private final Parts parts;
    private final Deque<ChildProcess> running = new ArrayDeque<>();
    private final HttpClient http = HttpClient.newHttpClient();

    private SwapChain(Parts parts) {
        this.parts = parts;
    }

    /** Returns when all three are ready. */
    static SwapChain start(Parts parts) throws InterruptedException {
        var chain = new SwapChain(parts);
        try {
            chain.run(parts.broker());
            chain.run(parts.registry());
            EmbeddedBroker.createTopics(parts.bootstrapServers(), Topics.newTopics(PARTITIONS, (short) 1));
            chain.run(parts.service(Service.INFERENCE).withOptions(FIXED_HEAP));
            return chain;
        } catch (InterruptedException | RuntimeException failure) {
            chain.close();
            throw failure;
        }
    }

    private void run(Part part) throws InterruptedException {
        var process = ChildProcess.start(part.command(), line -> {});
        running.push(process);
        process.awaitReady(part.readiness(), READY_LIMIT);
    }

    String bootstrapServers() {
        return parts.bootstrapServers();
    }

    Topics topics() {
        return Topics.withRegistry(parts.registry().address());
    }

    /** Memory of inference, in MB; 0 where the system does not tell. */
    double inferenceMegabytes() {
        return ResidentMemory.of(running.getFirst().pid()).orElse(0) / 1e6;
    }

    /** Whether inference says that this model serves. */
    boolean serves(String version) throws InterruptedException {
        var metrics = URI.create(parts.service(Service.INFERENCE).address() + "/q/metrics");
        try {
            return http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofLines())
                    .body()
                    .anyMatch(("timbre_model_info{version=\"" + version + "\"} 1.0")::equals);
        } catch (IOException notNow) {
            return false;
        }
    }

    /** The last that was started ends first. */
    @Override
    public void close() throws InterruptedException {
        while (!running.isEmpty()) {
            running.pop().stop(GRACE);
        }
    }
}
