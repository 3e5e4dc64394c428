package io.timbre.trainer.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.timbre.networks.model.Checkpoint;
import io.timbre.schemas.ObjectStore;
import io.timbre.schemas.Releases;
import io.timbre.schemas.avro.LearningCause;
import io.timbre.schemas.avro.TrainingStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TrainingBenchTest {
    private static final Checkpoint CHAMPION = Catalogue.stranger(1);

    @TempDir
    private Path folder;

    private final Deque<Throwable> failures = new ArrayDeque<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private TrainingBench bench;
    private Artefacts artefacts;

    @BeforeEach
    void open() {
        artefacts = new Artefacts(ObjectStore.create(folder.resolve("objects")));
        var log = new LogByHand();
        log.snapshots.add(Catalogue.of(60, Catalogue::truth));
        var settings = new LearningSettings(new Shares(0.3, 0.2), new Bar(10, 4, 0.1, 5, true), 20, 1000, 1);
        var learning = new Learning("examples", log, artefacts, this::teach, settings, folder.resolve("states"));
        bench = new TrainingBench(learning, artefacts, CHAMPION, Duration.ofMillis(10), ended::countDown, meters);
    }

    @AfterEach
    void close() throws InterruptedException {
        bench.close();
    }

    @Test
    void theModelThatShipsIsStoredBeforeItIsReleased() {
        var release = bench.shipped().join();

        assertThat(artefacts.read(release).description()).isEqualTo(CHAMPION.description());
    }

    @Test
    void whatFailsBecauseTheWorldIsUnwellIsTriedUntilItPasses() {
        var away = new UncheckedIOException(new IOException("away"));
        failures.addAll(List.of(away, away, away));

        assertThat(train().status()).isEqualTo(TrainingStatus.REJECTED);
        assertThat(failures).isEmpty();
        assertThat(meters.counter("timbre.training.runs", "outcome", "rejected").count())
                .isEqualTo(1);
    }

    @Test
    void operatorsSeeHowTheChallengerDidBesideTheChampion() {
        assertThat(train().status()).isEqualTo(TrainingStatus.REJECTED);

        assertThat(accuracy("challenger")).isBetween(0.0, 1.0);
        assertThat(accuracy("champion")).isBetween(0.0, 1.0);
        assertThat(meters.get("timbre.training.running").gauge().value()).isZero();
        assertThat(meters.get("timbre.training.runs").counters())
                .as("each end from the start, so that an alert sees the first")
                .extracting(counter -> counter.getId().getTag("outcome"))
                .containsExactlyInAnyOrder("released", "rejected", "skipped", "failed");
    }

    private double accuracy(String of) {
        return meters.get("timbre.training.accuracy").tag("of", of).gauge().value();
    }

    @Test
    void whatFailsForAReasonOfOursIsTriedOnceMore() {
        failures.add(new IllegalStateException("once"));
        assertThat(train().status()).isEqualTo(TrainingStatus.REJECTED);

        failures.addAll(List.of(new IllegalStateException("once"), new IllegalStateException("twice")));
        var failed = train();
        assertThat(failed.status()).isEqualTo(TrainingStatus.FAILED);
        assertThat(failed.reason()).contains("twice");
    }

    @Test
    void theProcessEndsAfterAnErrorOfTheMachine() throws InterruptedException {
        failures.add(new OutOfMemoryError("full"));

        assertThat(train().status()).isEqualTo(TrainingStatus.FAILED);
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aRunThatCannotBeBegunAnewFails() {
        failures.add(new IllegalStateException("once"));

        var failed = train("no/folder");

        assertThat(failed.status()).isEqualTo(TrainingStatus.FAILED);
        assertThat(failed.reason()).contains("a run must have the name of a folder");
    }

    private Outcome train() {
        return train("run");
    }

    private Outcome train(String run) {
        var champion = new Succession(Releases.none())
                .promote(artefacts.store(CHAMPION, Samples.THEN), Samples.THEN)
                .getFirst();
        var job = new TrainingJob(
                Samples.train(run, LearningCause.PERSON), Releases.none().with(champion.getModel(), champion));
        return bench.begin(job, new Stages()).join();
    }

    private Checkpoint teach(Checkpoint parent, SplitTracks tracks, Lesson lesson, Path state, Stages stages) {
        var failure = failures.poll();
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        return Catalogue.stranger(2);
    }
}
