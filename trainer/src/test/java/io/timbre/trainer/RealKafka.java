package io.timbre.trainer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.timbre.embedded.EmbeddedBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/** A broker for the service under test. */
public final class RealBroker implements QuarkusTestResourceLifecycleManager {
    private EmbeddedBroker broker;

    @Override
    public Map<String, String> start() {
        try {
            broker = EmbeddedBroker.start(Files.createTempDirectory("trainer-it"));
            return Map.of("kafka.bootstrap.servers", broker.bootstrapServers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        broker.close();
    }
}
