package io.timbre.trainer.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.timbre.schemas.Topic;
import io.timbre.schemas.TrackIds;
import io.timbre.schemas.avro.TrainingExample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * The examples that stood when the log was as long as named, whatever was corrected since. What stands there and is no
 * example is left out.
 *
 * <p>Where more stand than memory is for, those with the smallest ids are read: an id is a hash, so they are drawn at
 * random, and the same ones every time.
 *
 * @param offsets where it ends, exclusive, one offset a partition in their order
 * @param examples the last of each track, sorted by track id
 * @param places where what stands lies in the log, whether it was read or not
 * @param sha256 of track ids and examples as they lie in the log, of those that were read, 64 hexadecimal digits: another hash at the same offsets
 *     means that the log has lost some of them to compaction
 */
public record ExampleSnapshot(List<Long> offsets, List<TrainingExample> examples, List<Place> places, String sha256) {

    private static final Logger LOG = Logger.getLogger(ExampleSnapshot.class);

    public ExampleSnapshot {
        offsets = List.copyOf(offsets);
        examples = Collections.unmodifiableList(examples);
        places = Collections.unmodifiableList(places);
    }

    /** Where a record lies. */
    public record Place(int partition, long offset) {
        static Place of(ConsumerRecord<?, ?> record) {
            return new Place(record.partition(), record.offset());
        }
    }

    /**
     * How many examples were written since an earlier snapshot ended, whatever their labels say of when they were given.
     *
     * @param earlier its offsets; of no partition for none. A partition that is shorter by now was begun anew.
     */
    public int newSince(List<Long> earlier) {
        return (int) places.stream()
                .filter(place -> place.offset() >= endThen(earlier, place.partition()))
                .count();
    }

    private long endThen(List<Long> earlier, int partition) {
        return partition < earlier.size() && earlier.get(partition) <= offsets.get(partition)
                ? earlier.get(partition)
                : 0;
    }

    /** The ends of the log as it is now, for a snapshot of all that is committed. */
    public static List<Long> latestOffsets(Map<String, Object> kafka, Topic<TrainingExample> topic) {
        try (var log = new ExampleLog(kafka, topic.name())) {
            return log.ends();
        }
    }

    /**
     * Reads the log from its beginning to the offsets: once for what stands there, once more for the examples.
     *
     * @param kafka settings of a consumer, such as {@code bootstrap.servers}
     * @param most how many examples at most, > 0
     * @throws IllegalArgumentException if the log is not as long, or has another number of partitions
     * @throws org.apache.kafka.common.KafkaException if broker or registry are away
     */
    public static ExampleSnapshot read(
            Map<String, Object> kafka, Topic<TrainingExample> topic, List<Long> offsets, int most) {
        try (var log = new ExampleLog(kafka, topic.name())) {
            var standing = log.standing(offsets);
            var records = log.read(offsets, first(most, standing));
            var hash = hash(records);
            return new ExampleSnapshot(offsets, decoded(topic, records), new ArrayList<>(standing.values()), hash);
        }
    }

    private static Map<String, Place> first(int most, SortedMap<String, Place> standing) {
        var first = new TreeMap<String, Place>();
        standing.entrySet().stream().limit(most).forEach(entry -> first.put(entry.getKey(), entry.getValue()));
        return first;
    }

    /** Bytes that others put there: whoever finds them cannot make an example of them, and trains without. */
    private static void skip(Topic<TrainingExample> topic, String trackId) {
        LOG.warnf("no example can be read under %s in %s: left out", trackId, topic.name());
        unreadable(Metrics.globalRegistry).increment();
    }

    /** Stands at 0 from the beginning where it is asked for then. */
    static Counter unreadable(MeterRegistry meters) {
        return Counter.builder("timbre.training.examples.unreadable")
                .description("Examples that could not be read, and were left out.")
                .register(meters);
    }

    private static String hash(SortedMap<String, ConsumerRecord<String, byte[]>> records) {
        var digest = TrackIds.sha256();
        records.forEach((trackId, record) -> {
            digest.update(trackId.getBytes(UTF_8));
            digest.update(record.value());
        });
        return TrackIds.of(digest);
    }

    /** Each is let go as it is decoded, so that no more than one is held twice. */
    private static List<TrainingExample> decoded(
            Topic<TrainingExample> topic, TreeMap<String, ConsumerRecord<String, byte[]>> records) {
        var examples = new ArrayList<TrainingExample>(records.size());
        for (var entry = records.pollFirstEntry(); entry != null; entry = records.pollFirstEntry()) {
            var record = entry.getValue();
            topic.read(record.value()).ifPresentOrElse(examples::add, () -> skip(topic, record.key()));
        }
        return examples;
    }
}
