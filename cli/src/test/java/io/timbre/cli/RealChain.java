package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.timbre.cli.TimbreClient.Receipt;
import io.timbre.embedded.ChildProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The packaged services behind the one address, on a real broker and a real registry, as `timbre up` runs them. */
final class RealChain implements AutoCloseable {
    private static final Path HOME = Path.of(System.getProperty("timbre.home"));
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Ports ports = Ports.spare();
    private final DataDirectory data;
    private final Narrator narrator;
    private final Map<String, List<String>> options;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Gateway gateway;
    private Chain chain;

    private RealChain(Path folder, Map<String, List<String>> options) throws IOException, InterruptedException {
        this.data = DataDirectory.open(folder.resolve("data"), false);
        this.narrator =
                new Narrator(new PrintStream(folder.resolve("narration.log").toFile()));
        this.options = options;
        this.chain = started();
        this.gateway = Gateway.start(ports);
    }

    /** @param options of the JVMs of parts, by name, such as settings of a service */
    static RealChain start(Path folder, Map<String, List<String>> options) throws IOException, InterruptedException {
        return new RealChain(folder, options);
    }

    private Chain started() throws IOException, InterruptedException {
        var fresh = Chain.of(
                new Parts(HOME, data, ports),
                part -> part.withOptions(options.getOrDefault(part.name(), List.of())),
                narrator,
                false);
        fresh.start();
        return fresh;
    }

    void restart() throws IOException, InterruptedException {
        chain.stop(Chain.STOP_LIMIT);
        chain = started();
    }

    @Override
    public void close() throws InterruptedException, IOException {
        http.close();
        gateway.close();
        chain.stop(Chain.STOP_LIMIT);
        data.close();
    }

    DataDirectory data() {
        return data;
    }

    TimbreClient client() {
        return new TimbreClient(address("/"));
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + ports.gateway() + path);
    }

    /** The ids of the tracks, which must all be accepted. */
    List<String> submitAll(List<Path> files) throws Exception {
        var client = client();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var receipts = threads.invokeAll(files.stream()
                    .map(file -> (Callable<Receipt>) () -> client.submit(file))
                    .toList());
            var accepted = new ArrayList<String>();
            for (var receipt : receipts) {
                accepted.add(((Receipt.Accepted) receipt.get()).trackId());
            }
            return accepted;
        }
    }

    /** Returns when the process is gone. */
    void kill(String name) throws InterruptedException {
        var killed = process(name);
        ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly();
        killed.awaitExit();
    }

    /** To the running process, or, when that was just killed, to the next one as soon as it is there. */
    void signal(String signal, String name) throws IOException, InterruptedException {
        while (!process(name).isAlive()) {
            Thread.sleep(5);
        }
        var pid = Long.toString(process(name).pid());
        assertThat(new ProcessBuilder("kill", "-" + signal, pid).start().waitFor())
                .isZero();
    }

    private ChildProcess process(String name) {
        return chain.members().stream()
                .filter(member -> member.part().name().equals(name))
                .findFirst()
                .orElseThrow()
                .status()
                .process()
                .orElseThrow();
    }

    String log(String name) throws IOException {
        return Files.readString(data.logs().resolve(name + ".log"));
    }

    /** How many committed records a topic holds under each of the keys. */
    Map<String, Integer> recordsByKey(String topic, List<String> keys) {
        var counts = new TreeMap<String, Integer>();
        forEachRecord(topic, record -> {
            if (keys.contains(record.key())) {
                counts.merge(record.key(), 1, Integer::sum);
            }
        });
        return counts;
    }

    /** Every committed record that a topic holds now. */
    void forEachRecord(String topic, Consumer<ConsumerRecord<String, byte[]>> each) {
        var settings = new HashMap<String, Object>();
        settings.put("bootstrap.servers", "127.0.0.1:" + ports.broker());
        settings.put("isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(each);
            }
        }
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(text(path));
    }

    /** The answer's body, whatever the status. */
    JsonNode post(String path, String body) throws IOException, InterruptedException {
        return json(HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    JsonNode json(HttpRequest.Builder request) throws IOException, InterruptedException {
        return JSON.readTree(answer(request));
    }

    String text(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(address(path)));
    }

    byte[] bytes(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofByteArray())
                .body();
    }

    String answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString()).body();
    }
}
