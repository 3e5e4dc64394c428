package io.timbre.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.timbre.networks.model.Champion;
import io.timbre.schemas.avro.ModelRelease;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class BackgroundWorkTest {
    private static final ModelRelease ONE = Samples.release(Champion.checkpoint(), 1);
    private static final ModelRelease OTHER =
            Samples.release(Champion.checkpoint().withTemperature(3), 2);
    private static final Duration SOON = Duration.ofMillis(1);

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final AtomicInteger failures = new AtomicInteger();

    @Test
    void goesOnUntilSomethingElseIsWanted() throws InterruptedException {
        try (var work = work((release, wanted) -> {
            events.add("begin " + release.getPromotion());
            await().until(() -> !wanted.getAsBoolean());
            events.add("end " + release.getPromotion());
        })) {
            work.want(Optional.of(ONE));
            work.want(Optional.of(ONE));
            assertThat(next()).isEqualTo("begin 1");
            work.want(Optional.of(OTHER));
            assertThat(next()).isEqualTo("end 1");
            assertThat(next()).isEqualTo("begin 2");
            work.want(Optional.empty());
            assertThat(next()).isEqualTo("end 2");
        }
        assertThat(events).isEmpty();
    }

    @Test
    void whatFailsIsCountedAndTriedAgainWhereNobodyElseHearsOfIt() throws InterruptedException {
        try (var work = work((release, wanted) -> {
            events.add("try");
            if (failures.get() < 2) {
                throw new OutOfMemoryError("native");
            }
        })) {
            work.want(Optional.of(ONE));

            assertThat(next() + next() + next()).isEqualTo("trytrytry");
        }
        assertThat(failures).hasValue(2);
    }

    private BackgroundWork work(BackgroundWork.Work work) {
        return new BackgroundWork("work", work, SOON, failures::incrementAndGet);
    }

    private String next() throws InterruptedException {
        return String.valueOf(events.poll(5, TimeUnit.SECONDS));
    }
}
