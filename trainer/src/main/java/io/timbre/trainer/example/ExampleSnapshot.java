package io.timbre.trainer.example;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import org.jboss.logging.Logger;

/**
 * The examples that stood when the log was as long as named, whatever was corrected since. What stands there and is no
 * example is left out.
 *
 * @param offsets where it ends, exclusive, one offset a partition in their order
 * @param examples the last of each track, sorted by track id
 * @param sha256 of track ids and examples as they lie in the log, 64 hexadecimal digits: another hash at the same offsets
 *     means that the log has lost some of them to compaction
 */
public record ExampleSnapshot(List<Long> offsets, List<TrainingExample> examples, String sha256) {

    private static final Logger LOG = Logger.getLogger(ExampleSnapshot.class);

    public ExampleSnapshot {
        offsets = List.copyOf(offsets);
        examples = Collections.unmodifiableList(examples);
    }

    /** The ends of the log as it is now, for a snapshot of all that is committed. */
    public static List<Long> latestOffsets(Map<String, Object> kafka, Topic<TrainingExample> topic) {
        try (var log = new ExampleLog(kafka, topic.name())) {
            return log.ends();
        }
    }

    /**
     * Reads the log from its beginning to the offsets.
     *
     * @param kafka settings of a consumer, such as {@code bootstrap.servers}
     * @throws IllegalArgumentException if the log is not as long, or has another number of partitions
     * @throws org.apache.kafka.common.KafkaException if broker or registry are away
     */
    public static ExampleSnapshot read(Map<String, Object> kafka, Topic<TrainingExample> topic, List<Long> offsets) {
        try (var log = new ExampleLog(kafka, topic.name())) {
            var last = log.lastOfEachTrack(offsets);
            var hash = hash(last);
            return new ExampleSnapshot(offsets, decoded(topic, last), hash);
        }
    }

    /** Bytes that others put there: whoever finds them cannot make an example of them, and trains without. */
    private static void skip(Topic<TrainingExample> topic, String trackId) {
        LOG.warnf("no example can be read under %s in %s: left out", trackId, topic.name());
        Metrics.counter("timbre.training.examples.unreadable").increment();
    }

    private static String hash(SortedMap<String, byte[]> values) {
        var digest = TrackIds.sha256();
        values.forEach((trackId, value) -> {
            digest.update(trackId.getBytes(UTF_8));
            digest.update(value);
        });
        return TrackIds.of(digest);
    }

    /** Each is let go as it is decoded, so that no more than one is held twice. */
    private static List<TrainingExample> decoded(Topic<TrainingExample> topic, TreeMap<String, byte[]> values) {
        var examples = new ArrayList<TrainingExample>(values.size());
        for (var entry = values.pollFirstEntry(); entry != null; entry = values.pollFirstEntry()) {
            var trackId = entry.getKey();
            topic.read(entry.getValue()).ifPresentOrElse(examples::add, () -> skip(topic, trackId));
        }
        return examples;
    }
}
