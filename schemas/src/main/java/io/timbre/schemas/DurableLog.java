package io.timbre.schemas;

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

/** Announces a service's events with one idempotent producer and waits until every in-sync replica has each. */
public final class DurableLog implements AutoCloseable {
    private final Producer<String, byte[]> producer;
    private final String service;
    private final Duration timeout;

    /**
     * @param kafka settings of a client, such as {@code bootstrap.servers}
     * @param timeout after which an event counts as not announced
     */
    public DurableLog(Map<String, Object> kafka, String service, Duration timeout) {
        this.producer =
                new KafkaProducer<>(settings(kafka, timeout), new StringSerializer(), new ByteArraySerializer());
        this.service = service;
        this.timeout = timeout;
    }

    /** An event's marks in its headers, as {@link EventHeaders#stamp} takes them. */
    public record Mark(String type, String id, Instant time) {}

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

    /**
     * Returns once the event is durable.
     *
     * @throws NotDurableException if it could not be made so in time; announcing it again does no harm
     */
    public <V> void announce(Topic<V> topic, String key, V value, Mark mark) {
        try {
            // The first time, this asks the registry for the schema's id.
            var bytes = topic.values().serializer().serialize(topic.name(), value);
            var event = new ProducerRecord<>(topic.name(), key, bytes);
            EventHeaders.stamp(event.headers(), mark.type(), service, mark.id(), mark.time());
            producer.send(event).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new NotDurableException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotDurableException(e);
        }
    }

    @Override
    public void close() {
        producer.close(timeout);
    }
}
