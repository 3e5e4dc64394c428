package io.timbre.ingest;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.timbre.schemas.Topic;
import io.timbre.schemas.avro.TrackClassification;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * Classifications as they happen, for whoever listens at the moment. Reads every partition from its end and belongs
 * to no group, so that each replica of the service sees all of them.
 */
final class ClassificationFeed implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ClassificationFeed.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Topic<TrackClassification> topic;
    private final Consumer<String, TrackClassification> consumer;
    private final BroadcastProcessor<TrackClassification> listeners = BroadcastProcessor.create();
    private final Thread reader =
            Thread.ofPlatform().name("classification-feed").daemon().unstarted(this::read);

    ClassificationFeed(Map<String, Object> kafka, Topic<TrackClassification> topic) {
        this.topic = topic;
        var settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.consumer = new KafkaConsumer<>(
                settings, new StringDeserializer(), topic.values().deserializer());
    }

    void start() {
        reader.start();
    }

    Multi<TrackClassification> classifications() {
        return listeners.onOverflow().drop();
    }

    private void read() {
        try (consumer) {
            while (true) {
                followUntilFailure();
                Thread.sleep(PAUSE);
            }
        } catch (WakeupException | InterruptedException closed) {
            listeners.onComplete();
        }
    }

    private void followUntilFailure() {
        try {
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            while (!partitions.isEmpty()) {
                pollOnce();
            }
        } catch (WakeupException closed) {
            throw closed;
        } catch (KafkaException failure) {
            LOG.warnf(failure, "the feed of %s begins anew in %s", topic.name(), PAUSE);
        }
    }

    /** A record that cannot be read is passed over: the feed is for eyes; the view has its dead letters. */
    private void pollOnce() {
        try {
            consumer.poll(POLL).forEach(record -> listeners.onNext(record.value()));
        } catch (RecordDeserializationException e) {
            LOG.warnf(e, "passed over %s at %d", e.topicPartition(), e.offset());
            consumer.seek(e.topicPartition(), e.offset() + 1);
        }
    }

    @Override
    public void close() throws InterruptedException {
        consumer.wakeup();
        reader.join(POLL.multipliedBy(2));
    }
}
