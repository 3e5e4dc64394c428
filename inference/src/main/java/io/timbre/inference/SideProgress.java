package io.timbre.inference;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a {@link SideStream} got in each partition it has, and where that partition ends for it. Both stand in the
 * offsets of the group, the end in their metadata, so that the next who gets the partition goes on to the same end.
 *
 * <p>A member stays in its group when all is done: the broker forgets the offsets of a group without members after some
 * days, and the next start would do all again.
 */
final class SideProgress implements ConsumerRebalanceListener {
    private final Consumer<?, ?> consumer;
    private final Reach reach;
    private final Map<TopicPartition, Long> ends = new HashMap<>();

    SideProgress(Consumer<?, ?> consumer, Reach reach) {
        this.consumer = consumer;
        this.reach = reach;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        var committed = consumer.committed(Set.copyOf(partitions));
        for (var partition : partitions) {
            var known = committed.get(partition);
            if (known == null) {
                begin(partition);
            } else {
                ends.put(partition, Long.parseLong(known.metadata()));
            }
        }
    }

    private void begin(TopicPartition partition) {
        var only = List.of(partition);
        long last = Objects.requireNonNull(consumer.endOffsets(only).get(partition));
        boolean all = reach == Reach.ALL_THERE_IS;
        long first =
                all ? Objects.requireNonNull(consumer.beginningOffsets(only).get(partition)) : last;
        ends.put(partition, all ? last : Long.MAX_VALUE);
        consumer.seek(partition, first);
        consumer.commitSync(Map.of(partition, offset(partition, first)));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(ends::remove);
    }

    /** Whether a record is to be classified. */
    boolean reaches(ConsumerRecord<?, ?> record) {
        return record.offset() < end(new TopicPartition(record.topic(), record.partition()));
    }

    /** Where to go on after these records; a partition of which nothing is left rests. */
    Map<TopicPartition, OffsetAndMetadata> offsets(ConsumerRecords<?, ?> records) {
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (var partition : records.partitions()) {
            offsets.put(partition, offset(partition, consumer.position(partition)));
            if (consumer.position(partition) >= end(partition)) {
                consumer.pause(List.of(partition));
            }
        }
        return offsets;
    }

    /** How many records are left in the partitions that end, at most: some may be no more. */
    long remaining() {
        return ends.entrySet().stream()
                .filter(partition -> partition.getValue() < Long.MAX_VALUE)
                .mapToLong(partition -> Math.max(0, partition.getValue() - consumer.position(partition.getKey())))
                .sum();
    }

    private OffsetAndMetadata offset(TopicPartition partition, long position) {
        return new OffsetAndMetadata(position, Optional.empty(), Long.toString(end(partition)));
    }

    private long end(TopicPartition partition) {
        return Objects.requireNonNull(ends.get(partition));
    }
}
