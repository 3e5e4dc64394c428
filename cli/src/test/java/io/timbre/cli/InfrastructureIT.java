package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.embedded.EmbeddedBroker;
import io.timbre.schemas.Topics;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfrastructureIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void startsBrokerAndRegistryAsProcessesAndStopsThem() throws Exception {
        try (var data = DataDirectory.open(folder, false)) {
            var parts = new Parts(Path.of(""), data, Ports.spare());
            var broker = supervise(parts.broker(), data);
            var registry = supervise(parts.registry(), data);
            try {
                var registryReady = registry.start();
                broker.start().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                EmbeddedBroker.createTopics(parts.bootstrapServers(), Topics.newTopics(1, (short) 1));
                registryReady.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

                assertThat(get(registry.part().address() + "/config"))
                        .isEqualTo("{\"compatibilityLevel\":\"BACKWARD\"}");
            } finally {
                registry.stop(PATIENCE);
                broker.stop(PATIENCE);
            }
            assertThat(broker.status().process().orElseThrow().isAlive()).isFalse();
            assertThat(registry.status().process().orElseThrow().isAlive()).isFalse();
        }
    }

    private static Supervised supervise(Part part, DataDirectory data) throws IOException {
        var log = PartLog.open(data.logs(), part.name(), line -> {});
        return new Supervised(part, log, new Narrator(new PrintStream(System.err)));
    }

    private static String get(String uri) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(uri)).build(), BodyHandlers.ofString())
                .body();
    }
}
