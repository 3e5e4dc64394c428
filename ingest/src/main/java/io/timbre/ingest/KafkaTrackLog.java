package io.timbre.ingest;

import io.timbre.schemas.EventHeaders;
import io.timbre.schemas.Topic;
import io.timbre.schemas.avro.Track;
import java.time.Duration;
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
import org.apache.kafka.common.serialization.StringSerializer;

/** Announces tracks on their topic with an idempotent producer and waits until every in-sync replica has the event. */
final class KafkaTrackLog implements TrackLog, AutoCloseable {
    private final Topic<Track> tracks;
    private final Producer<String, Track> producer;
    private final Duration timeout;

    KafkaTrackLog(Map<String, Object> kafka, Topic<Track> tracks, Duration timeout) {
        this.tracks = tracks;
        this.timeout = timeout;
        this.producer = new KafkaProducer<>(
                settings(kafka, timeout),
                new StringSerializer(),
                tracks.values().serializer());
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

    @Override
    public void announce(Track track) {
        var event = new ProducerRecord<>(tracks.name(), track.getTrackId(), track);
        EventHeaders.stamp(
                event.headers(), "io.timbre.track.accepted", "ingest", track.getTrackId(), track.getAcceptedAt());
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
