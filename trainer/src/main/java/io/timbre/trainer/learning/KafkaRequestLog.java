package io.timbre.trainer.learning;

import io.timbre.schemas.EventHeaders;
import io.timbre.schemas.Topic;
import io.timbre.schemas.avro.LearningRequest;
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

/** Puts requests on their topic with an idempotent producer and waits until every in-sync replica has the event. */
final class KafkaRequestLog implements RequestLog, AutoCloseable {
    private final Topic<LearningRequest> requests;
    private final Producer<String, LearningRequest> producer;
    private final Duration timeout;

    KafkaRequestLog(Map<String, Object> kafka, Topic<LearningRequest> requests, Duration timeout) {
        this.requests = requests;
        this.timeout = timeout;
        this.producer = new KafkaProducer<>(
                settings(kafka, timeout),
                new StringSerializer(),
                requests.values().serializer());
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
    public void announce(LearningRequest request) {
        var event = new ProducerRecord<>(requests.name(), request.getRequestId(), request);
        EventHeaders.stamp(
                event.headers(),
                "io.timbre.learning.requested",
                "trainer",
                request.getRequestId(),
                request.getRequestedAt());
        try {
            producer.send(event).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw unavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        }
    }

    private static UnavailableException unavailable(Exception cause) {
        return new UnavailableException(
                "Kafka or the schema registry is away", "The request could not be put on its topic in time.", cause);
    }

    @Override
    public void close() {
        producer.close(timeout);
    }
}
