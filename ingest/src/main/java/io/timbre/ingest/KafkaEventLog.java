package io.timbre.ingest;

import io.timbre.schemas.EventHeaders;
import io.timbre.schemas.LabelSources;
import io.timbre.schemas.Topic;
import io.timbre.schemas.Topics;
import io.timbre.schemas.TrackIds;
import io.timbre.schemas.avro.Track;
import io.timbre.schemas.avro.TrackLabel;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Announces events on their topics with one idempotent producer and waits until every in-sync replica has each. */
final class KafkaEventLog implements AutoCloseable {
    private final Topics topics;
    private final Producer<String, byte[]> producer;
    private final Duration timeout;

    KafkaEventLog(Map<String, Object> kafka, Topics topics, Duration timeout) {
        this.topics = topics;
        this.timeout = timeout;
        this.producer =
                new KafkaProducer<>(settings(kafka, timeout), new StringSerializer(), new ByteArraySerializer());
    }

    private static Map<String, Object> settings(Map<String, Object> kafka, Duration timeout) {
        var settings = new HashMap<>(kafka);
        var millis = (int) timeout.toMillis();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis / 2);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis);
        return settings;
    }

    /** Of accepted uploads. */
    EventLog<Track> tracks() {
        var topic = topics.tracks();
        return track -> append(
                event(topic, track.getTrackId(), track),
                "io.timbre.track.accepted",
                track.getTrackId(),
                track.getAcceptedAt());
    }

    /** Of labels given and taken back. */
    EventLog<TrackLabel> labels() {
        var topic = topics.labels();
        return label -> append(
                event(topic, label.getTrackId(), label),
                label.getRetracted() ? "io.timbre.label.retracted" : "io.timbre.label.given",
                TrackIds.derived(
                        label.getTrackId(),
                        LabelSources.code(label.getSource()),
                        label.getWho(),
                        label.getLabelledAt().toString()),
                label.getLabelledAt());
    }

    /** Asks the registry for the schema's id the first time. */
    private static <V> ProducerRecord<String, byte[]> event(Topic<V> topic, String key, V value) {
        try {
            return new ProducerRecord<>(
                    topic.name(), key, topic.values().serializer().serialize(topic.name(), value));
        } catch (KafkaException e) {
            throw new LogUnavailableException(e);
        }
    }

    private void append(ProducerRecord<String, byte[]> event, String type, String id, Instant time) {
        EventHeaders.stamp(event.headers(), type, "ingest", id, time);
        try {
            producer.send(event).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new LogUnavailableException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailableException(e);
        }
    }

    @Override
    public void close() {
        producer.close(timeout);
    }
}
