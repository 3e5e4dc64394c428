package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.timbre.cli.Outcome.Rejected;
import io.timbre.cli.Outcome.Tagged;
import io.timbre.cli.TimbreClient.Receipt;
import io.timbre.inference.Champion;
import io.timbre.signal.AudioFormat;
import java.io.IOException;
import java.io.PrintStream;
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
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The packaged services behind the one address, on a real broker and a real registry, as `timbre up` runs them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChainIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path HOME = Path.of(System.getProperty("timbre.home"));
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static final Ports PORTS = Ports.spare();
    private static DataDirectory data;
    private static Chain chain;
    private static Gateway gateway;
    private static TimbreClient client;
    private static Tagger tagger;

    @BeforeAll
    static void start() throws Exception {
        data = DataDirectory.open(folder.resolve("data"), false);
        startChain();
        gateway = Gateway.start(PORTS);
        client = new TimbreClient(URI.create("http://127.0.0.1:" + PORTS.gateway()));
        tagger = Tagger.of(Champion.checkpoint(), Duration.ofMinutes(20));
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        chain.stop(Chain.STOP_LIMIT);
        data.close();
        tagger.close();
    }

    @Order(1)
    @ParameterizedTest
    @EnumSource
    void aRecordingInEveryFormatGetsTheGenreThatOneProcessGivesIt(AudioFormat format) throws Exception {
        var file = Recordings.record(folder, 1, 8, format);

        var submitted = submitted(file);

        var expected = (Tagged) tagger.tag(file);
        assertThat(submitted.trackId()).isEqualTo(expected.trackId());
        assertThat(submitted.genre()).isEqualTo(expected.genre());
        assertThat(submitted.model()).isEqualTo(expected.model());
        assertThat(submitted.posteriors())
                .hasSameSizeAs(expected.posteriors())
                .allSatisfy((genre, posterior) ->
                        assertThat(posterior).isEqualTo(expected.posteriors().get(genre), within(1e-5f)));
    }

    @Order(2)
    @Test
    void whatCannotBeHeardIsRejectedWithTheReasonThatOneProcessGives() throws Exception {
        var text = Files.writeString(folder.resolve("song.mp3"), "la la la ".repeat(1000));

        var trackId = submitAll(List.of(text)).getFirst();
        var outcome = (Rejected) outcome(text, trackId);

        assertThat(outcome.rejected()).isEqualTo("unknown-kind");
        assertThat(outcome).isEqualTo(tagger.tag(text));
        assertThat(get("/api/tracks/" + trackId)
                        .path("rejection")
                        .path("remedy")
                        .asText())
                .startsWith("Send WAV");
    }

    @Order(3)
    @Test
    void everyServiceTellsItsHealthAndItsMetrics() throws Exception {
        for (var service : Service.values()) {
            var prefix = "/services/" + service.label() + "/q/";
            assertThat(get(prefix + "health").path("status").asText()).isEqualTo("UP");
            assertThat(text(prefix + "metrics")).contains("jvm_memory_used_bytes");
        }
        assertThat(text("/services/features/q/metrics"))
                .contains("timbre_stage_latency_seconds_count{stage=\"extract\"}")
                .contains("timbre_tracks_rejected_total{reason=\"unknown-kind\"}")
                .contains("kafka_consumer_fetch_manager_records_lag_max");
        assertThat(text("/services/inference/q/metrics")).contains("timbre_inference_batch_segments_count");
    }

    @Order(4)
    @Test
    void featuresKilledInMidFlowLosesNothingAndRepeatsNothing() throws Exception {
        var files = recordings(100, 24);
        var accepted = submitAll(files);
        await().atMost(PATIENCE).until(() -> classified(accepted).size() >= 2);

        kill("features");

        await().atMost(PATIENCE).until(() -> classified(accepted).size() == accepted.size());
        assertThat(recordsByKey("track-classifications", accepted)).isEqualTo(onceEach(accepted));
        assertThat(recordsByKey("track-features", accepted)).isEqualTo(onceEach(accepted));
    }

    @Order(5)
    @Test
    void theRegistryAndTheBrokerMayGoAndComeBack() throws Exception {
        var files = recordings(200, 8);

        kill("registry");
        var accepted = new ArrayList<>(submitAll(files.subList(0, 4)));
        kill("broker");
        accepted.addAll(submitAll(files.subList(4, 8)));

        await().atMost(PATIENCE).until(() -> classified(accepted).size() == accepted.size());
        assertThat(recordsByKey("track-classifications", accepted)).isEqualTo(onceEach(accepted));
    }

    @Order(6)
    @Test
    void whatIsKnownSurvivesARestartOfEverything() throws Exception {
        var file = recordings(300, 1).getFirst();
        var before = submitted(file);

        chain.stop(Chain.STOP_LIMIT);
        startChain();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(client.outcome(file.toString(), before.trackId()))
                        .contains(before));
        assertThat(JSON.readTree(text("/api/tracks/" + before.trackId()))
                        .path("status")
                        .asText())
                .isEqualTo("classified");
    }

    private static void startChain() throws IOException, InterruptedException {
        chain = Chain.of(
                new Parts(HOME, data, PORTS),
                UnaryOperator.identity(),
                new Narrator(new PrintStream(folder.resolve("narration.log").toFile())),
                false);
        chain.start();
    }

    private static List<Path> recordings(long seed, int count) throws IOException {
        var files = new ArrayList<Path>();
        for (int i = 0; i < count; i++) {
            files.add(Recordings.record(folder, seed + i, 8, AudioFormat.MP3));
        }
        return files;
    }

    private static Tagged submitted(Path file) throws Exception {
        return (Tagged) outcome(file, submitAll(List.of(file)).getFirst());
    }

    private static Outcome outcome(Path file, String trackId) {
        return await().atMost(PATIENCE)
                .until(() -> client.outcome(file.toString(), trackId), Optional::isPresent)
                .orElseThrow();
    }

    private static List<String> submitAll(List<Path> files) throws Exception {
        var accepted = new ArrayList<String>();
        for (var file : files) {
            accepted.add(((Receipt.Accepted) client.submit(file)).trackId());
        }
        return accepted;
    }

    private static List<String> classified(List<String> trackIds) throws Exception {
        var done = new ArrayList<String>();
        for (var trackId : trackIds) {
            if (client.outcome("", trackId).isPresent()) {
                done.add(trackId);
            }
        }
        return done;
    }

    private static void kill(String name) {
        var part = chain.members().stream()
                .filter(member -> member.part().name().equals(name))
                .findFirst()
                .orElseThrow();
        ProcessHandle.of(part.status().process().orElseThrow().pid())
                .orElseThrow()
                .destroyForcibly();
    }

    private static Map<String, Integer> onceEach(List<String> keys) {
        var counts = new TreeMap<String, Integer>();
        keys.forEach(key -> counts.put(key, 1));
        return counts;
    }

    /** How many committed records a topic holds under each of the keys. */
    private static Map<String, Integer> recordsByKey(String topic, List<String> keys) {
        var counts = new TreeMap<String, Integer>();
        var settings = new HashMap<String, Object>();
        settings.put("bootstrap.servers", "127.0.0.1:" + PORTS.broker());
        settings.put("isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (keys.contains(record.key())) {
                        counts.merge(record.key(), 1, Integer::sum);
                    }
                });
            }
        }
        return counts;
    }

    private static JsonNode get(String path) throws Exception {
        return JSON.readTree(text(path));
    }

    private static String text(String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORTS.gateway() + path));
            return http.send(request.build(), BodyHandlers.ofString()).body();
        }
    }
}
