package io.timbre.trainer.example;

import static io.timbre.trainer.example.Samples.ID;
import static io.timbre.trainer.example.Samples.OTHER_ID;
import static io.timbre.trainer.example.Samples.example;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.timbre.embedded.EmbeddedBroker;
import io.timbre.schemas.Topic;
import io.timbre.schemas.Topics;
import io.timbre.schemas.avro.TrainingExample;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots of a real log, which goes on growing. */
@Timeout(60)
class ExampleSnapshotIT {
    private static final int ALL = 1000;

    @TempDir
    private static Path folder;

    private static EmbeddedBroker broker;
    private static Map<String, Object> kafka;

    private final Topic<TrainingExample> topic =
            Topics.withRegistry("mock://example-snapshot-it").examples();

    @BeforeAll
    static void start() throws InterruptedException {
        broker = EmbeddedBroker.start(folder);
        broker.createTopics(Topics.newTopics(2, (short) 1));
        kafka = Map.of("bootstrap.servers", broker.bootstrapServers());
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void isTheSameBeforeAndAfterLaterCorrections() {
        send(ID, example(ID, "rock", 1));
        send(OTHER_ID, example(OTHER_ID, "jazz", 2));
        send(ID, example(ID, "pop", 1));
        var offsets = ExampleSnapshot.latestOffsets(kafka, topic);
        var before = ExampleSnapshot.read(kafka, topic, offsets, ALL);

        send(ID, example(ID, "metal", 1));
        send(OTHER_ID, null);
        sendAbandoned(ID, example(ID, "disco", 1));

        assertThat(before.examples()).containsExactly(example(ID, "pop", 1), example(OTHER_ID, "jazz", 2));
        assertThat(ExampleSnapshot.read(kafka, topic, offsets, ALL)).isEqualTo(before);
        var now = ExampleSnapshot.read(kafka, topic, ExampleSnapshot.latestOffsets(kafka, topic), ALL);
        assertThat(now.examples()).containsExactly(example(ID, "metal", 1));
        assertThat(now.sha256()).isNotEqualTo(before.sha256()).hasSize(64);
    }

    @Test
    void readsOfMoreThanItMayHoldTheSameOnesEveryTime() {
        send(ID, example(ID, "rock", 1));
        send(OTHER_ID, example(OTHER_ID, "jazz", 2));
        var offsets = ExampleSnapshot.latestOffsets(kafka, topic);

        var read = ExampleSnapshot.read(kafka, topic, offsets, 1);
        send(ID, example(ID, "pop", 1));

        assertThat(read.examples()).extracting(TrainingExample::getTrackId).containsExactly(ID);
        assertThat(read.newSince(List.of())).isGreaterThanOrEqualTo(2);
        assertThat(ExampleSnapshot.read(kafka, topic, offsets, 1)).isEqualTo(read);
    }

    @Test
    void refusesOffsetsThatTheLogDoesNotReach() {
        var ends = ExampleSnapshot.latestOffsets(kafka, topic);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExampleSnapshot.read(kafka, topic, List.of(ends.getFirst() + 1, ends.getLast()), ALL))
                .withMessageContaining("must lie within the log");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExampleSnapshot.read(kafka, topic, List.of(ends.getFirst()), ALL))
                .withMessageContaining("must lie within the log");
    }

    @Test
    void leavesOutWhatIsNoExample() {
        send(ID, example(ID, "rock", 1));
        try (var producer = new KafkaProducer<>(kafka, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic.name(), "foreign", "hello"));
        }

        var read = ExampleSnapshot.read(kafka, topic, ExampleSnapshot.latestOffsets(kafka, topic), ALL);

        assertThat(read.examples()).extracting(TrainingExample::getTrackId).contains(ID);
    }

    private void send(String trackId, @Nullable TrainingExample example) {
        try (var producer = producer(Map.of())) {
            producer.send(new ProducerRecord<>(topic.name(), trackId, example));
        }
    }

    /** As a trainer does that dies before it commits. */
    private void sendAbandoned(String trackId, TrainingExample example) {
        try (var producer = producer(Map.of("transactional.id", "abandoned"))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic.name(), trackId, example));
            producer.flush();
            producer.abortTransaction();
        }
    }

    private KafkaProducer<String, TrainingExample> producer(Map<String, Object> more) {
        var settings = new HashMap<>(kafka);
        settings.putAll(more);
        return new KafkaProducer<>(
                settings, new StringSerializer(), topic.values().serializer());
    }
}
