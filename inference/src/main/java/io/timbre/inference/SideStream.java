package io.timbre.inference;

import io.timbre.schemas.RejectedException;
import io.timbre.schemas.Topic;
import io.timbre.schemas.Topics;
import io.timbre.schemas.avro.TrackClassification;
import io.timbre.schemas.avro.TrackFeatures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Classifies feature records once more, beside the main stream, in a consumer group of its own.
 *
 * <pre>
 * track-features ──► classify ──► target
 * </pre>
 *
 * <p>Results and offsets are one transaction, so that whoever is killed loses nothing and repeats nothing; replicas share
 * the partitions. What can never be classified is left out: the main stream has it among its dead letters.
 *
 * <p>A transaction is opened only when all its results are there. An open one keeps everybody who reads the target from
 * what the main stream writes after it.
 */
final class SideStream {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int RECORDS_AT_ONCE = 16;
    private static final int FETCH_BYTES = Topics.MAX_RECORD_BYTES;

    /** So long one that was killed may keep others from its partitions, and readers from what comes after its results. */
    private static final Duration DEAD_AFTER = Duration.ofSeconds(10);

    private final Map<String, Object> kafka;
    private final Topic<TrackFeatures> features;
    private final Topic<TrackClassification> target;
    private final String eventType;

    /** @param kafka settings of clients, the broker's address at least */
    SideStream(Map<String, Object> kafka, Topics topics, Topic<TrackClassification> target, String eventType) {
        this.kafka = Map.copyOf(kafka);
        this.features = topics.features();
        this.target = target;
        this.eventType = eventType;
    }

    /**
     * Goes on until it is not wanted any more.
     *
     * @param group remembers how far it got; members of one name share the work
     * @param reach what of the topic is to be classified
     * @param remaining is told how many records are left, at most
     * @throws KafkaException if the broker is away, or somebody else has taken over
     */
    void run(
            String group,
            Reach reach,
            Function<TrackFeatures, TrackClassification> classifier,
            LongConsumer remaining,
            BooleanSupplier wanted) {
        try (var consumer =
                        new KafkaConsumer<>(consumer(group), new StringDeserializer(), new ByteArrayDeserializer());
                var producer = new KafkaProducer<>(
                        producer(group), new StringSerializer(), target.values().serializer())) {
            producer.initTransactions();
            var progress = new SideProgress(consumer, reach);
            consumer.subscribe(List.of(features.name()), progress);
            while (wanted.getAsBoolean()) {
                var records = consumer.poll(POLL);
                var results = results(progress, records, classifier, wanted);
                if (!wanted.getAsBoolean()) {
                    return;
                }
                if (!records.isEmpty()) {
                    publish(producer, results, progress.offsets(records), consumer);
                }
                remaining.accept(progress.remaining());
            }
        }
    }

    private List<ProducerRecord<String, TrackClassification>> results(
            SideProgress progress,
            ConsumerRecords<String, byte[]> records,
            Function<TrackFeatures, TrackClassification> classifier,
            BooleanSupplier wanted) {
        var results = new ArrayList<ProducerRecord<String, TrackClassification>>();
        for (var record : records) {
            if (record.value() != null && progress.reaches(record) && wanted.getAsBoolean()) {
                result(record, classifier).ifPresent(results::add);
            }
        }
        return results;
    }

    private Optional<ProducerRecord<String, TrackClassification>> result(
            ConsumerRecord<String, byte[]> record, Function<TrackFeatures, TrackClassification> classifier) {
        try {
            return features.read(record.value())
                    .map(classifier)
                    .map(classification -> new ProducerRecord<>(
                            target.name(),
                            null,
                            record.timestamp(),
                            record.key(),
                            classification,
                            ClassificationHeaders.of(record.headers(), eventType, classification)));
        } catch (RejectedException knownToTheMainStream) {
            return Optional.empty();
        }
    }

    private static void publish(
            KafkaProducer<String, TrackClassification> producer,
            List<ProducerRecord<String, TrackClassification>> results,
            Map<TopicPartition, OffsetAndMetadata> offsets,
            KafkaConsumer<String, byte[]> consumer) {
        producer.beginTransaction();
        try {
            results.forEach(producer::send);
            producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
            producer.commitTransaction();
        } catch (KafkaException failure) {
            producer.abortTransaction();
            throw failure;
        }
    }

    private Map<String, Object> consumer(String group) {
        var settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) DEAD_AFTER.toMillis());
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_AT_ONCE);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        return settings;
    }

    /** Offsets guard against two members of a group; a name of its own keeps two runs out of each other's way. */
    private Map<String, Object> producer(String group) {
        var settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, group + "-" + UUID.randomUUID());
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) DEAD_AFTER.toMillis());
        return settings;
    }
}
