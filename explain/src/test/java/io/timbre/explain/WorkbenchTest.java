package io.timbre.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.timbre.explain.ExplanationState.Status;
import io.timbre.explain.answer.Answer;
import io.timbre.explain.answer.Method;
import io.timbre.explain.answer.Progress;
import io.timbre.schemas.ObjectStore;
import io.timbre.schemas.avro.ExplanationRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    private final CountDownLatch ended = new CountDownLatch(1);
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
        assertThat(meters.get("timbre.explanation.latency").timers())
                .as("timed from the start, so that a rate is seen from the first")
                .hasSameSizeAs(Method.values());
    }

    @Test
    void whatMayPassIsTriedAgainUntilItDoes() throws Exception {
        try (var bench = bench(progress -> {
            if (attempts.incrementAndGet() < 3) {
                throw new UncheckedIOException(new IOException("the store is away"));
            }
            return Samples.answer();
        })) {
            assertThat(bench.begin(Samples.job()).get(10, TimeUnit.SECONDS).status())
                    .isEqualTo(Status.COMPLETE);
        }

        assertThat(attempts).hasValue(3);
    }

    @Test
    void aFailureOfOursIsTriedOnceMoreAndThenSaidAloud() throws Exception {
        try (var bench = bench(progress -> {
            attempts.incrementAndGet();
            throw new IllegalStateException("a bug");
        })) {
            var state = bench.begin(Samples.job()).get(10, TimeUnit.SECONDS);

            assertThat(state.outcome()).isEqualTo("internal-error");
            assertThat(archive.find(ID)).contains(state);
        }

        assertThat(attempts).hasValue(2);
    }

    @Test
    void theProcessEndsAfterAnErrorOfTheMachineAndTheExplanationIsNotTriedAgain() throws Exception {
        try (var bench = bench(progress -> {
            attempts.incrementAndGet();
            throw new OutOfMemoryError("heap");
        })) {
            assertThat(bench.begin(Samples.job()).get(10, TimeUnit.SECONDS).outcome())
                    .isEqualTo("internal-error");
            await(ended);
        }

        assertThat(attempts).hasValue(1);
    }

    @Test
    void whatIsCancelledWhileItWaitsFailsBeforeItsTurn() throws Exception {
        var goOn = new CountDownLatch(1);
        try (var bench = bench(progress -> {
            await(goOn);
            return Samples.answer();
        })) {
            bench.begin(Samples.job());
            var second = bench.begin(aboutJazz());
            archive.cancel(aboutJazz().id(), aboutJazz().asked().requestedAt().plusSeconds(1));

            assertThat(second.get(10, TimeUnit.SECONDS).outcome()).isEqualTo("cancelled");
            goOn.countDown();
        }
    }

    @Test
    void soManyMayWaitAndNoMore() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var bench = bench(progress -> {
            begun.countDown();
            await(goOn);
            return Samples.answer();
        })) {
            bench.begin(Samples.job());
            await(begun);
            assertThat(bench.hasRoom()).as("one is worked on").isTrue();
            bench.begin(aboutJazz());
            assertThat(bench.hasRoom()).as("one waits").isTrue();
            bench.begin(aboutJazz());
            assertThat(bench.hasRoom()).as("two wait").isFalse();
            assertThat(gauge("timbre.explanations.waiting"))
                    .isEqualTo(gauge("timbre.explanations.waiting.limit"))
                    .isEqualTo(2);
            goOn.countDown();
        }
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
            bench.begin(Samples.job());
            var second = bench.begin(aboutJazz());
            var third = bench.begin(aboutMetal());

            second.cancel(false);
            goOn.countDown();
            third.get(10, TimeUnit.SECONDS);
        }

        assertThat(attempts).as("the first and the third").hasValue(2);
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
                model -> (file, question, progress) -> method.apply(progress), store, archive, Duration.ofMinutes(1));
        return new Workbench(answers, 2, Duration.ofMillis(10), ended::countDown, meters);
    }

    private static ExplanationJob aboutJazz() {
        return about("jazz");
    }

    private static ExplanationJob aboutMetal() {
        return about("metal");
    }

    private static ExplanationJob about(String genre) {
        var request =
                ExplanationRequest.newBuilder(Samples.request()).setGenre(genre).build();
        return new ExplanationJob(
                Asked.of(request, Samples.MODEL.version()),
                Samples.job().question(),
                Samples.job().objectUri());
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
