package io.timbre.embedded;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka cluster of one: broker and KRaft controller in this JVM, on 127.0.0.1 only.
 *
 * <pre>{@code
 * try (var broker = EmbeddedBroker.start(directory)) {
 *     broker.createTopics(List.of(new NewTopic("tracks", 4, (short) 1)));
 *     producerSettings.put("bootstrap.servers", broker.bootstrapServers());
 * }
 * }</pre>
 *
 * <p>Records, topics and offsets lie in the directory and are there again after a restart on it. Topics are never
 * created by being written to.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts on free ports. */
    public static EmbeddedBroker start(Path directory) {
        return start(directory, FreePort.next(), FreePort.next());
    }

    /** Returns when the broker takes requests. */
    public static EmbeddedBroker start(Path directory, int port, int controllerPort) {
        var settings = new BrokerSettings(directory, port, controllerPort);
        BrokerStorage.formatOnce(directory);
        var server = new KafkaRaftServer(KafkaConfig.fromProps(settings.toProperties(), false), Time.SYSTEM);
        try {
            server.startup();
        } catch (Throwable failure) {
            server.shutdown();
            throw failure;
        }
        return new EmbeddedBroker(server, port);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Creates those topics that do not exist yet; existing ones stay as they are. */
    public void createTopics(Collection<NewTopic> topics) throws InterruptedException {
        createTopics(bootstrapServers(), topics);
    }

    /** As {@link #createTopics(Collection)}, on a broker in another process; waits for it for up to a minute. */
    public static void createTopics(String bootstrapServers, Collection<NewTopic> topics) throws InterruptedException {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            var existing = admin.listTopics().names().get();
            var missing = topics.stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    .collect(Collectors.toSet());
            admin.createTopics(missing).all().get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("cannot create topics at " + bootstrapServers, failure.getCause());
        }
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
