package io.timbre.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.timbre.explain.ExplanationState.Status;
import io.timbre.explain.answer.Answer;
import io.timbre.explain.answer.Progress;
import io.timbre.schemas.ObjectStore;
import io.timbre.schemas.avro.ExplanationRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class WorkbenchTest {
    private static final String ID = Samples.asked().explanationId();

    @TempDir
    private Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger attempts = new AtomicInteger();
    private ObjectStore store;
    private ExplanationArchive archive;

    @BeforeEach
    void storeATrack() throws IOException {
        store = ObjectStore.create(folder);
        store.store(Samples.track().getObjectUri(), new byte[] {7});
        archive = new ExplanationArchive(store);
    }

    @Test
    void workIsDoneElsewhereAndCounted() throws Exception {
        try (var bench = bench(progress -> Samples.answer())) {
            assertThat(bench.begin(Samples.job()).get(10, TimeUnit.SECONDS).status())
                    .isEqualTo(Status.COMPLETE);
        }

        assertThat(meters.counter("timbre.explanations", "method", "saliency", "outcome", "complete")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void whatMayPassIsTriedAgainUntilItDoes() throws Exception {
        try (var bench = bench(progress -> {
            if (attempts.incrementAndGet() < 3) {
                throw new IllegalStateException("the store is away");
            }
            return Samples.answer();
        })) {
            assertThat(bench.begin(Samples.job()).get(10, TimeUnit.SECONDS).status())
                    .isEqualTo(Status.COMPLETE);
        }

        assertThat(attempts).hasValue(3);
    }

    @Test
    void whatWaitsForItsTurnIsInTheQueue() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var bench = bench(progress -> {
            begun.countDown();
            await(goOn);
            return Samples.answer();
        })) {
            bench.begin(Samples.job());
            await(begun);
            var waiting = aboutJazz();
            var done = bench.begin(waiting);

            assertThat(archive.find(waiting.id())).map(ExplanationState::status).contains(Status.QUEUED);

            goOn.countDown();
            done.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void whatIsAbandonedBeforeItsTurnIsNotBegun() throws Exception {
        var goOn = new CountDownLatch(1);
        try (var bench = bench(progress -> {
            attempts.incrementAndGet();
            await(goOn);
            progress.at(1);
            return Samples.answer();
        })) {
            var first = bench.begin(Samples.job());
            var second = bench.begin(Samples.job());

            second.cancel(false);
            goOn.countDown();
            first.get(10, TimeUnit.SECONDS);
        }

        assertThat(attempts).hasValue(1);
    }

    @Test
    void closingStopsTheWorkAndLeavesNoAnswer() throws Exception {
        var begun = new CountDownLatch(1);
        try (var bench = bench(progress -> {
            while (true) {
                begun.countDown();
                progress.at(0.5);
            }
        })) {
            bench.begin(Samples.job());
            await(begun);
        }

        assertThat(archive.answer(ID)).isEmpty();
    }

    private Workbench bench(Function<Progress, Answer> method) {
        var answers = new AnswerOnce(
                (file, question, progress) -> method.apply(progress), store, archive, Duration.ofMinutes(1));
        return new Workbench(answers, Duration.ofMillis(10), meters);
    }

    private static ExplanationJob aboutJazz() {
        var request = ExplanationRequest.newBuilder(Samples.request())
                .setGenre("jazz")
                .build();
        return new ExplanationJob(
                Asked.of(request, Samples.MODEL.version()),
                Samples.job().question(),
                Samples.job().objectUri());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
