package io.timbre.trainer.example;

import io.timbre.trainer.example.ExampleSnapshot.Place;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The topic of examples as a log: what is committed in it, read from the beginning, by no consumer group. */
final class ExampleLog implements AutoCloseable {
    private static final Duration POLL = Duration.ofSeconds(1);
    /** Bytes in flight beside what is kept. */
    private static final int MAX_FETCH_BYTES = 8 * 1024 * 1024;

    private final Consumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;

    ExampleLog(Map<String, Object> kafka, String topic) {
        this.consumer = new KafkaConsumer<>(settings(kafka), new StringDeserializer(), new ByteArrayDeserializer());
        this.partitions = consumer.partitionsFor(topic).stream()
                .sorted(Comparator.comparing(PartitionInfo::partition))
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
    }

    private static Map<String, Object> settings(Map<String, Object> kafka) {
        var settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, MAX_FETCH_BYTES);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return settings;
    }

    /** Exclusive, one a partition in their order; transactions that are under way lie behind them. */
    List<Long> ends() {
        var ends = consumer.endOffsets(partitions);
        return partitions.stream().map(ends::get).toList();
    }

    /**
     * Where the record lies that stands last under each key before the offsets; none where that is a tombstone.
     *
     * @throws IllegalArgumentException if the log does not reach the offsets
     */
    SortedMap<String, Place> standing(List<Long> offsets) {
        requireReached(offsets);
        var standing = new TreeMap<String, Place>();
        forEach(offsets, record -> {
            if (record.value() == null) {
                standing.remove(record.key());
            } else {
                standing.put(record.key(), Place.of(record));
            }
        });
        return standing;
    }

    /** The records that lie at these places, by key. */
    TreeMap<String, ConsumerRecord<String, byte[]>> read(List<Long> offsets, Map<String, Place> places) {
        var found = new TreeMap<String, ConsumerRecord<String, byte[]>>();
        forEach(offsets, record -> {
            if (Place.of(record).equals(places.get(record.key()))) {
                found.put(record.key(), record);
            }
        });
        return found;
    }

    private void forEach(List<Long> offsets, java.util.function.Consumer<ConsumerRecord<String, byte[]>> reader) {
        consumer.seekToBeginning(partitions);
        while (IntStream.range(0, offsets.size())
                .anyMatch(i -> consumer.position(partitions.get(i)) < offsets.get(i))) {
            for (var record : consumer.poll(POLL)) {
                if (record.offset() < offsets.get(record.partition())) {
                    reader.accept(record);
                }
            }
        }
    }

    private void requireReached(List<Long> offsets) {
        var ends = ends();
        if (offsets.size() != ends.size()
                || IntStream.range(0, ends.size()).anyMatch(i -> offsets.get(i) > ends.get(i))) {
            throw new IllegalArgumentException(
                    "offsets must lie within the log, which ends at " + ends + ": were " + offsets);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
