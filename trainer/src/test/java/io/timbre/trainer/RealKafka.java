package io.timbre.trainer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.timbre.embedded.EmbeddedBroker;
import io.timbre.embedded.EmbeddedRegistry;
import io.timbre.schemas.Topic;
import io.timbre.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker with all topics, and a registry, for the service under test. */
public final class RealKafka implements QuarkusTestResourceLifecycleManager {
    private EmbeddedBroker broker;
    private EmbeddedRegistry registry;
    private Path objects;

    @Override
    public Map<String, String> start() {
        try {
            var folder = Files.createTempDirectory("trainer-it");
            broker = EmbeddedBroker.start(folder.resolve("broker"));
            broker.createTopics(Topics.newTopics(2, (short) 1));
            registry = EmbeddedRegistry.start(folder.resolve("registry"));
            objects = folder.resolve("objects");
            return Map.of(
                    "timbre.object-store", objects.toString(),
                    "timbre.trainer.state", folder.resolve("training").toString(),
                    "timbre.trainer.schedule", "*/3 * * * * ?",
                    "timbre.drift.count.tracks", "100",
                    "timbre.drift.windows-between-false-alarms", "10",
                    "kafka.bootstrap.servers", broker.bootstrapServers(),
                    "schema.registry.url", registry.url().toString(),
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

    Map<String, Object> settings() {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }

    Path objects() {
        return objects;
    }

    Topics topics() {
        return Topics.withRegistry(registry.url().toString());
    }

    <V> void send(Topic<V> topic, String key, V value) {
        try (var producer = new KafkaProducer<>(
                settings(), new StringSerializer(), topic.values().serializer())) {
            producer.send(new ProducerRecord<>(topic.name(), key, value));
        }
    }

    @Override
    public void stop() {
        registry.close();
        broker.close();
    }
}
