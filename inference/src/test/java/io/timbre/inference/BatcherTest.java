package io.timbre.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timbre.networks.model.TrackPrediction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class BatcherTest {
    private static final Duration LONG = Duration.ofSeconds(5);
    private final List<Integer> batches = new ArrayList<>();

    /** Two tracks of two segments reach four at once; the delay alone would take five seconds. */
    @Test
    void tracksThatWaitTogetherShareABatchAndEachGetsItsOwnResult() throws Exception {
        try (var batcher = new Batcher<>(BatcherTest::predictAll, 4, LONG, batches::add);
                var threads = Executors.newFixedThreadPool(2)) {
            var blues = threads.submit(() -> batcher.apply(new float[][] {{1}, {1}}));
            var jazz = threads.submit(() -> batcher.apply(new float[][] {{0}, {0}}));

            assertThat(blues.get().genre()).isEqualTo("blues");
            assertThat(jazz.get().genre()).isEqualTo("jazz");
        }
        assertThat(batches).containsExactly(4);
    }

    @Test
    void aLoneTrackWaitsNoLongerThanTheDelay() {
        try (var batcher = new Batcher<>(BatcherTest::predictAll, 1000, Duration.ofMillis(1), batches::add)) {
            assertThat(batcher.apply(new float[][] {{1}}).genre()).isEqualTo("blues");
        }
        assertThat(batches).containsExactly(1);
    }

    @Test
    void anErrorOfTheModelReachesItsCallerInsteadOfEndingTheBatcher() {
        try (var batcher = new Batcher<>(
                tracks -> {
                    throw new OutOfMemoryError("native");
                },
                1,
                Duration.ZERO,
                batches::add)) {
            assertThatThrownBy(() -> batcher.apply(new float[][] {{1}})).hasRootCauseMessage("native");
            assertThatThrownBy(() -> batcher.apply(new float[][] {{1}})).hasRootCauseMessage("native");
        }
    }

    /** The first track waits for company, which takes five seconds; the batcher is closed before. */
    @Test
    void closingReleasesATrackThatWaitsForCompanyAndRefusesLaterOnes() throws Exception {
        var batcher = new Batcher<>(BatcherTest::predictAll, 1000, LONG, batches::add);
        var caller = CompletableFuture.supplyAsync(() -> batcher.apply(new float[][] {{1}}));
        Thread.sleep(50);

        batcher.close();

        assertThatThrownBy(() -> caller.get(3, TimeUnit.SECONDS)).hasRootCauseInstanceOf(InterruptedException.class);
        assertThatThrownBy(() -> batcher.apply(new float[][] {{1}})).hasRootCauseMessage("the batcher is closed");
    }

    /** The model works on the first; the second waits, since the batch is full. */
    @Test
    void whoWaitsForTheModelIsCounted() throws Exception {
        var running = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var batcher = new Batcher<>(
                        tracks -> {
                            running.countDown();
                            await(goOn);
                            return predictAll(tracks);
                        },
                        1,
                        Duration.ZERO,
                        batches::add);
                var threads = Executors.newFixedThreadPool(2)) {
            threads.submit(() -> batcher.apply(new float[][] {{1}}));
            running.await();
            assertThat(batcher.waiting()).isZero();
            var second = threads.submit(() -> batcher.apply(new float[][] {{1}}));
            while (batcher.waiting() != 1) {
                Thread.sleep(1);
            }

            goOn.countDown();
            second.get();

            assertThat(batcher.waiting()).isZero();
        }
    }

    @Test
    void aFailureReachesItsCallerAndTheNextBatchRuns() {
        var calls = new ArrayList<Integer>();
        try (var batcher = new Batcher<>(
                tracks -> {
                    calls.add(tracks.size());
                    if (calls.size() == 1) {
                        throw new IllegalStateException("out of memory");
                    }
                    return predictAll(tracks);
                },
                1,
                Duration.ZERO,
                batches::add)) {
            assertThatThrownBy(() -> batcher.apply(new float[][] {{1}})).hasRootCauseMessage("out of memory");
            assertThat(batcher.apply(new float[][] {{1}}).genre()).isEqualTo("blues");
        }
    }

    @Test
    void closingReleasesWhoeverWaits() throws Exception {
        var running = new CountDownLatch(1);
        var batcher = new Batcher<>(
                tracks -> {
                    running.countDown();
                    return sleep(tracks);
                },
                1,
                Duration.ZERO,
                batches::add);
        var caller = CompletableFuture.supplyAsync(() -> batcher.apply(new float[][] {{1}}));
        running.await();

        batcher.close();

        assertThatThrownBy(() -> caller.get(5, TimeUnit.SECONDS)).hasRootCauseInstanceOf(InterruptedException.class);
    }

    private static List<TrackPrediction> predictAll(List<float[][]> tracks) {
        return tracks.stream().map(Samples::predict).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<TrackPrediction> sleep(List<float[][]> tracks) {
        try {
            Thread.sleep(LONG.multipliedBy(2));
            return predictAll(tracks);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
