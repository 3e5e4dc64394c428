package io.timbre.trainer.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.timbre.embedded.EmbeddedBroker;
import io.timbre.networks.engine.ComputeEngine;
import io.timbre.schemas.DeadLetters;
import io.timbre.schemas.Topic;
import io.timbre.schemas.Topics;
import io.timbre.schemas.avro.GenreDrift;
import io.timbre.schemas.avro.ModelRelease;
import io.timbre.schemas.avro.TrackClassification;
import io.timbre.trainer.learning.LearningTopology;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Windows of 100 tracks on a real broker, where one trainer goes and another comes. */
@Timeout(300)
class DriftTopologyIT {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final Topics TOPICS = Topics.withRegistry("mock://drift-topology-it");
    private static final String MODEL = "model-1";

    @TempDir
    private Path folder;

    private final Arrivals arrivals = new Arrivals(11);
    private MeterRegistry meters = new SimpleMeterRegistry();
    private Instant clock = Instant.now().minus(Duration.ofHours(6));

    /** RocksDB must not come first. */
    @BeforeAll
    static void loadMxNet() {
        ComputeEngine.MXNET.engine();
    }

    /** The second trainer has a disk of its own: what it knows is what the changelogs say. */
    @Test
    void whatIsKeptMovesWithTheWorkAndEachTrackCountsOnce() throws Exception {
        try (var broker = EmbeddedBroker.start(folder.resolve("broker"))) {
            broker.createTopics(Topics.newTopics(2, (short) 1));
            send(broker, TOPICS.releases(), MODEL, DriftTopologyTest.release(MODEL, 1));
            var sent = new ArrayList<TrackClassification>();
            try (var first = start(broker, "first");
                    var second = start(broker, "second")) {
                sent.addAll(send(broker, 60));
                awaitRunning(first, second);
                sent.addAll(send(broker, 39));
                // gone in the middle of its work
                first.close(Duration.ZERO);
                sent.forEach(track -> send(broker, TOPICS.classifications(), track.getTrackId(), track));
                second.close(Duration.ofSeconds(20));
            }
            assertThat(verdicts(broker)).isEmpty();

            try (var third = start(broker, "third")) {
                sent.forEach(track -> send(broker, TOPICS.classifications(), track.getTrackId(), track));
                sent.addAll(send(broker, 1));
                awaitRunning(third);

                await().atMost(SOON).until(() -> verdicts(broker), found -> !found.isEmpty());
                assertThat(verdicts(broker)).singleElement().satisfies(verdict -> {
                    assertThat(verdict.getTracks()).isEqualTo(100);
                    assertThat(verdict.getOpenedAt()).isEqualTo(sent.getFirst().getAcceptedAt());
                    assertThat(verdict.getClosedAt()).isEqualTo(sent.getLast().getAcceptedAt());
                });
            }

            try (var fourth = start(broker, "third")) {
                awaitRunning(fourth);
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(
                                        meters.find("timbre.drift.drifted").gauge())
                                .isNotNull());
            }
        }
    }

    private KafkaStreams start(EmbeddedBroker broker, String name) {
        var builder = new StreamsBuilder();
        builder.globalTable(
                TOPICS.releases().name(),
                TOPICS.releases().consumed(),
                Materialized.<String, ModelRelease, KeyValueStore<Bytes, byte[]>>as(LearningTopology.KNOWN_RELEASES)
                        .withKeySerde(Serdes.String())
                        .withValueSerde(TOPICS.releases().values()));
        var references = new ChampionReferences(release -> Arrivals.champion(release.getModel()));
        meters = new SimpleMeterRegistry();
        new DriftTopology(TOPICS, DriftTopologyTest.SETTINGS, references, meters).addTo(builder);
        var streams = new KafkaStreams(builder.build(), settings(broker, name));
        streams.start();
        return streams;
    }

    private Properties settings(EmbeddedBroker broker, String name) {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "drift-it");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve(name).toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        settings.put(StreamsConfig.consumerPrefix("session.timeout.ms"), 6_000);
        settings.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        settings.put(DeadLetters.SERVICE, "trainer");
        return settings;
    }

    private static void awaitRunning(KafkaStreams... all) {
        await().atMost(SOON)
                .until(() -> List.of(all).stream().allMatch(streams -> streams.state() == KafkaStreams.State.RUNNING));
    }

    private List<TrackClassification> send(EmbeddedBroker broker, int tracks) {
        return IntStream.range(0, tracks)
                .mapToObj(i -> {
                    clock = clock.plusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
                    var track = arrivals.next(MODEL, null, clock, Arrivals.EVEN);
                    send(broker, TOPICS.classifications(), track.getTrackId(), track);
                    return track;
                })
                .toList();
    }

    private static <V> void send(EmbeddedBroker broker, Topic<V> topic, String key, V value) {
        try (var producer = new KafkaProducer<>(
                kafka(broker), new StringSerializer(), topic.values().serializer())) {
            producer.send(new ProducerRecord<>(topic.name(), key, value));
        }
    }

    /** What is committed on the topic of drift. */
    private static List<GenreDrift> verdicts(EmbeddedBroker broker) {
        var partition = new TopicPartition(TOPICS.drift().name(), 0);
        var found = new ArrayList<GenreDrift>();
        try (var consumer = new KafkaConsumer<>(
                kafka(broker), new StringDeserializer(), TOPICS.drift().values().deserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> found.add(record.value()));
            }
        }
        return found;
    }

    private static Map<String, Object> kafka(EmbeddedBroker broker) {
        return Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed");
    }
}
