package io.timbre.explain;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.timbre.embedded.EmbeddedBroker;
import io.timbre.embedded.EmbeddedRegistry;
import io.timbre.schemas.ObjectStore;
import io.timbre.schemas.Topic;
import io.timbre.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker with all topics, a registry, and folders of their own, for the service under test. */
public final class RealKafka implements QuarkusTestResourceLifecycleManager {
    private EmbeddedBroker broker;
    private EmbeddedRegistry registry;
    private ObjectStore store;

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("explain-it");
            broker = EmbeddedBroker.start(folder.resolve("broker"));
            broker.createTopics(Topics.newTopics(2, (short) 1));
            registry = EmbeddedRegistry.start(folder.resolve("registry"));
            store = ObjectStore.create(folder.resolve("objects"));
            return Map.of(
                    "kafka.bootstrap.servers", broker.bootstrapServers(),
                    "schema.registry.url", registry.url().toString(),
                    "timbre.object-store", folder.resolve("objects").toString(),
                    "timbre.explain.max-question-bytes", "1000",
                    "timbre.explain.publish-timeout", "4S",
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

    Topics topics() {
        return Topics.withRegistry(registry.url().toString());
    }

    ObjectStore store() {
        return store;
    }

    <V> void send(Topic<V> topic, String key, V value) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                topic.values().serializer())) {
            producer.send(new ProducerRecord<>(topic.name(), key, value));
        }
    }

    /** The committed records of a topic that stand under a key. */
    <V> List<V> records(Topic<V> topic, String key) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed");
        var found = new ArrayList<V>();
        try (var consumer = new KafkaConsumer<>(
                settings, new StringDeserializer(), topic.values().deserializer())) {
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.key().equals(key)) {
                        found.add(record.value());
                    }
                });
            }
        }
        return found;
    }

    @Override
    public void stop() {
        registry.close();
        broker.close();
    }
}
