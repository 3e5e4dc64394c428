package io.timbre.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.schemas.avro.ModelRelease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class ReleaseFeedTest {
    private static final Topic<ModelRelease> TOPIC =
            Topics.withRegistry("mock://release-feed-test").releases();
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC.name(), 0);

    private final List<MockConsumer<String, byte[]>> consumers = new ArrayList<>();
    private final BlockingQueue<Releases> told = new LinkedBlockingQueue<>();
    private final AtomicInteger calls = new AtomicInteger();
    private @Nullable ReleaseFeed feed;

    @AfterEach
    void close() {
        if (feed != null) {
            feed.close();
        }
    }

    /** What stood there before comes in one: a service does not start on a model of long ago. */
    @Test
    void tellsNothingBeforeItHasReadWhatStoodThere() throws InterruptedException {
        var consumer = consumer(2);
        consumer.schedulePollTask(() -> put(consumer, 0, "a", value("a", 1)));
        consumer.schedulePollTask(() -> put(consumer, 1, "b", value("b", 2)));

        follow(told::add);

        assertThat(next().byModel()).containsOnlyKeys("a", "b");
    }

    @Test
    void tellsAtOnceThatThereIsNothingAndThenEachChange() throws InterruptedException {
        var consumer = consumer(0);
        follow(told::add);
        assertThat(next().champion()).isEmpty();

        consumer.schedulePollTask(() -> put(consumer, 0, "a", value("a", 1)));

        Releases releases = next();
        while (releases.champion().isEmpty()) {
            releases = next();
        }
        assertThat(releases.byModel()).containsOnlyKeys("a");
    }

    @Test
    void tellsAgainWhatIsUnchangedSoThatAListenerMayTryAgain() throws InterruptedException {
        consumer(0);
        follow(told::add);

        assertThat(next()).isEqualTo(next());
    }

    @Test
    void forgetsAModelThatWasRemovedAndSkipsWhatCannotBeRead() throws InterruptedException {
        var consumer = consumer(4);
        consumer.schedulePollTask(() -> {
            put(consumer, 0, "a", value("a", 1));
            put(consumer, 1, "b", value("b", 2));
            put(consumer, 2, "b", null);
            put(consumer, 3, "a", new byte[] {7, 7});
        });

        follow(told::add);

        assertThat(next().byModel()).containsOnlyKeys("a");
    }

    @Test
    void beginsAnewWhenTheListenerOrTheBrokerFailed() throws InterruptedException {
        var broken = consumer(1);
        broken.setPollException(new KafkaException("away"));
        var listens = consumer(1);
        listens.schedulePollTask(() -> put(listens, 0, "a", value("a", 1)));
        var works = consumer(1);
        works.schedulePollTask(() -> put(works, 0, "a", value("a", 1)));

        follow(releases -> {
            told.add(releases);
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("not now");
            }
        });

        assertThat(next().byModel()).containsOnlyKeys("a");
        assertThat(next().byModel()).containsOnlyKeys("a");
        assertThat(consumers).isEmpty();
    }

    @Test
    void beginsAnewWhenTheListenerFoundNoMemory() throws InterruptedException {
        consumer(0);
        consumer(0);

        follow(releases -> {
            told.add(releases);
            if (calls.incrementAndGet() == 1) {
                throw new OutOfMemoryError("for the model");
            }
        });

        assertThat(next()).isEqualTo(next());
        assertThat(consumers).isEmpty();
    }

    private void follow(java.util.function.Consumer<Releases> listener) {
        feed = new ReleaseFeed(consumers::removeFirst, TOPIC, Duration.ofMillis(5), listener);
    }

    private Releases next() throws InterruptedException {
        var releases = told.poll(5, TimeUnit.SECONDS);
        assertThat(releases).isNotNull();
        return releases;
    }

    private MockConsumer<String, byte[]> consumer(long end) {
        var consumer = new MockConsumer<String, byte[]>("earliest");
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, end));
        consumers.add(consumer);
        return consumer;
    }

    private static void put(MockConsumer<String, byte[]> consumer, long offset, String model, byte @Nullable [] value) {
        consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, offset, model, value));
    }

    private static byte[] value(String model, long promotion) {
        return TOPIC.values().serializer().serialize(TOPIC.name(), Samples.release(model, promotion));
    }
}
