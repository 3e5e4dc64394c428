package io.timbre.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
    private static final NewTopic TRACKS = new NewTopic("tracks", 1, (short) 1);

    @TempDir
    Path directory;

    @Test
    void keepsTransactionalRecordsOfSevenMegabytesOverARestart() throws Exception {
        var large = new byte[7 * 1024 * 1024];
        large[large.length - 1] = 42;
        try (var broker = EmbeddedBroker.start(directory)) {
            broker.createTopics(List.of(TRACKS));
            sendInATransaction(broker, large);
        }
        try (var broker = EmbeddedBroker.start(directory)) {
            broker.createTopics(List.of(TRACKS));
            assertThat(committedRecords(broker))
                    .singleElement()
                    .satisfies(record -> assertThat(record.value()).isEqualTo(large));
        }
    }

    @Test
    void namesAPortThatIsTaken() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedBroker.start(directory, other.getLocalPort(), FreePort.next()))
                    .hasStackTraceContaining("127.0.0.1:" + other.getLocalPort());
        }
    }

    private static void sendInATransaction(EmbeddedBroker broker, byte[] value) throws Exception {
        var settings = Map.<String, Object>of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "transactional.id",
                "test",
                "max.request.size",
                8 * 1024 * 1024);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(TRACKS.name(), value)).get();
            producer.commitTransaction();
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> committedRecords(EmbeddedBroker broker) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partition = new TopicPartition(TRACKS.name(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(Duration.ofSeconds(20)).records(partition);
        }
    }
}
