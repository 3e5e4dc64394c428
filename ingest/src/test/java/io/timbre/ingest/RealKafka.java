package io.timbre.ingest;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.timbre.embedded.EmbeddedBroker;
import io.timbre.embedded.EmbeddedRegistry;
import io.timbre.schemas.FolderStore;
import io.timbre.schemas.ObjectStore;
import io.timbre.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A broker with all topics, a registry, and folders of their own, for the service under test. */
public final class RealKafka implements QuarkusTestResourceLifecycleManager {
    private EmbeddedBroker broker;
    private EmbeddedRegistry registry;
    private FolderStore store;

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("ingest-it");
            broker = EmbeddedBroker.start(folder.resolve("broker"));
            broker.createTopics(Topics.newTopics(2, (short) 1));
            registry = EmbeddedRegistry.start(folder.resolve("registry"));
            store = ObjectStore.at(folder.resolve("objects"));
            return Map.of(
                    "kafka.bootstrap.servers", broker.bootstrapServers(),
                    "schema.registry.url", registry.url().toString(),
                    "timbre.object-store", folder.resolve("objects").toString(),
                    "timbre.ingest.max-upload-bytes", "1000000",
                    "timbre.ingest.publish-timeout", "4S",
                    "kafka-streams.state.dir", folder.resolve("state").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(RealKafka.class));
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    Topics topics() {
        return Topics.withRegistry(registry.url().toString());
    }

    FolderStore store() {
        return store;
    }

    void stopBroker() {
        broker.close();
    }

    @Override
    public void stop() {
        registry.close();
        broker.close();
    }
}
