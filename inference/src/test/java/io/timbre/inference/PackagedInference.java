package io.timbre.inference;

import io.timbre.embedded.ChildProcess;
import io.timbre.embedded.EmbeddedBroker;
import io.timbre.embedded.EmbeddedRegistry;
import io.timbre.embedded.JavaCommand;
import io.timbre.embedded.Readiness;
import io.timbre.schemas.ObjectStore;
import io.timbre.schemas.Topic;
import io.timbre.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The packaged service, which can be killed and started again, on a real broker, registry and object store. */
final class PackagedInference implements AutoCloseable {
    private static final Path RUNNER = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Path folder;
    private final EmbeddedBroker broker;
    private final EmbeddedRegistry registry;
    private final Topics topics;
    private final int port = freePort();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private ChildProcess service;

    PackagedInference(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        broker = EmbeddedBroker.start(folder.resolve("broker"));
        broker.createTopics(Topics.newTopics(2, (short) 1));
        registry = EmbeddedRegistry.start(folder.resolve("registry"));
        topics = Topics.withRegistry(registry.url().toString());
        ObjectStore.create(folder.resolve("objects"));
        service = started(command());
    }

    private ChildProcess started(JavaCommand command) throws InterruptedException {
        said.clear();
        var child = ChildProcess.start(command, line -> {
            System.out.println("inference: " + line);
            said.add(line);
        });
        child.awaitReady(Readiness.ofHttp(address("/q/health/ready")), START_LIMIT);
        return child;
    }

    private JavaCommand command() {
        return new JavaCommand(
                List.of(
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-Dkafka-streams.main.consumer.group.instance.id=inference"),
                List.of(RUNNER),
                "io.quarkus.bootstrap.runner.AotQuarkusEntryPoint",
                List.of(),
                Map.of(
                        "QUARKUS_HTTP_PORT", Integer.toString(port),
                        "KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                        "SCHEMA_REGISTRY_URL", registry.url().toString(),
                        "TIMBRE_OBJECT_STORE", folder.resolve("objects").toString(),
                        "TIMBRE_INFERENCE_RETRY_INTERVAL", "1S",
                        "KAFKA_STREAMS_STATE_DIR", folder.resolve("state").toString(),
                        "DJL_OFFLINE", "true",
                        "OMP_WAIT_POLICY", "PASSIVE"));
    }

    void restart() throws InterruptedException {
        service.stop(GRACE);
        service = started(command());
    }

    /** Starts it anew with more settings, and jars of an engine on its class path. */
    void restart(Map<String, String> settings, List<Path> engine) throws InterruptedException {
        service.stop(GRACE);
        var plain = command();
        var environment = new HashMap<>(plain.environment());
        environment.putAll(settings);
        var classPath =
                Stream.concat(plain.classPath().stream(), engine.stream()).toList();
        service =
                started(new JavaCommand(plain.options(), classPath, plain.mainClass(), plain.arguments(), environment));
    }

    /** What it has printed since it was started last. */
    List<String> said() {
        return List.copyOf(said);
    }

    /** As a power cut would. */
    void kill() throws InterruptedException {
        ProcessHandle.of(service.pid()).ifPresent(ProcessHandle::destroyForcibly);
        service.awaitExit();
    }

    void start() throws InterruptedException {
        service = started(command());
    }

    Topics topics() {
        return topics;
    }

    ObjectStore store() {
        return ObjectStore.at(folder.resolve("objects"));
    }

    /** What lies in memory of the service, MiB. */
    long residentMebibytes() throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(service.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        }
    }

    /** Sum of the samples whose name and tags begin so; 0 if there is none. */
    double metric(String beginning) {
        try {
            var metrics =
                    http.send(HttpRequest.newBuilder(address("/q/metrics")).build(), BodyHandlers.ofLines());
            return metrics.body()
                    .filter(line -> line.startsWith(beginning))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    <V> KafkaProducer<String, V> producer(Topic<V> topic) {
        return new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                topic.values().serializer());
    }

    <V> void send(Topic<V> topic, String key, V value) {
        try (var producer = producer(topic)) {
            producer.send(new ProducerRecord<>(topic.name(), key, value));
        }
    }

    /** The committed records of a topic, in the order of each partition. */
    <V> List<V> records(Topic<V> topic) {
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
                consumer.poll(Duration.ofMillis(200)).forEach(record -> found.add(record.value()));
            }
        }
        return found;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        service.stop(GRACE);
        registry.close();
        broker.close();
    }
}
