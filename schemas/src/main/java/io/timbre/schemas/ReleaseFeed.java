package io.timbre.schemas;

import io.timbre.schemas.avro.ModelRelease;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a listener what models there are: first when the topic was read to the end that it had then, then after each
 * change, and again after each interval without one. So a listener that could not follow gets another try, and need not
 * remember that it wants one.
 *
 * <p>One thread reads and calls the listener. Where the broker or the registry is away it tries again for ever.
 */
public final class ReleaseFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReleaseFeed.class);

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final Topic<ModelRelease> topic;
    private final TopicPartition partition;
    private final Supplier<org.apache.kafka.clients.consumer.Consumer<String, byte[]>> consumers;
    private final Duration interval;
    private final Consumer<Releases> listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread reader;
    private volatile Runnable wakeUp = () -> {};

    ReleaseFeed(
            Supplier<org.apache.kafka.clients.consumer.Consumer<String, byte[]>> consumers,
            Topic<ModelRelease> topic,
            Duration interval,
            Consumer<Releases> listener) {
        this.consumers = consumers;
        this.topic = topic;
        this.partition = new TopicPartition(topic.name(), 0);
        this.interval = interval;
        this.listener = listener;
        this.reader = Thread.ofPlatform().name("releases").daemon().start(this::run);
    }

    /** @param kafka settings of a consumer, the broker's address at least */
    public static ReleaseFeed follow(
            Map<String, Object> kafka, Topics topics, Duration interval, Consumer<Releases> listener) {
        var settings = new HashMap<>(kafka);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new ReleaseFeed(
                () -> new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()),
                topics.releases(),
                interval,
                listener);
    }

    private void run() {
        while (!isClosed()) {
            try (var consumer = consumers.get()) {
                wakeUp = consumer::wakeup;
                follow(consumer);
            } catch (RuntimeException | Error failure) {
                pauseAfter(failure);
            }
        }
    }

    /** The reader is the only thread that follows the releases: whatever fails, also for want of memory, it begins anew. */
    private void pauseAfter(Throwable failure) {
        if (isClosed()) {
            return;
        }
        LOG.warn("cannot follow {}, begins anew in {}", topic.name(), interval, failure);
        try {
            closed.await(interval.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            closed.countDown();
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void follow(org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer) {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        var releases = Releases.none();
        while (!isClosed()) {
            if (consumer.position(partition) >= end) {
                listener.accept(releases);
            }
            releases = with(releases, consumer.poll(interval));
        }
    }

    private Releases with(Releases known, ConsumerRecords<String, byte[]> records) {
        var releases = known;
        for (var record : records) {
            if (record.value() == null) {
                releases = releases.with(record.key(), null);
                continue;
            }
            var release = topic.read(record.value());
            if (release.isEmpty()) {
                LOG.warn("skipped a record of {} that cannot be read, at offset {}", topic.name(), record.offset());
            } else {
                releases = releases.with(record.key(), release.get());
            }
        }
        return releases;
    }

    /** Returns when the listener is not called any more, or has not come to an end in time. */
    @Override
    public void close() {
        closed.countDown();
        wakeUp.run();
        try {
            reader.join(CLOSE_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
