package io.timbre.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.timbre.explain.ExplanationState.Status;
import io.timbre.explain.answer.Answer;
import io.timbre.explain.answer.Progress;
import io.timbre.schemas.ObjectStore;
import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import io.timbre.schemas.avro.ExplanationRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerOnceTest {
    private static final String ID = Samples.asked().explanationId();

    @TempDir
    private Path folder;

    private final List<Path> explained = new ArrayList<>();
    private ObjectStore store;
    private ExplanationArchive archive;

    @BeforeEach
    void storeATrack() throws IOException {
        store = ObjectStore.create(folder);
        store.store(Samples.track().getObjectUri(), new byte[] {7});
        archive = new ExplanationArchive(store);
    }

    @Test
    void theAnswerAndAllThatBelongsToItAreInTheStore() {
        var state = answers(progress -> Samples.answer()).answer(Samples.job(), () -> false);

        assertThat(state.status()).isEqualTo(Status.COMPLETE);
        assertThat(state.lines())
                .containsExactly("Do not believe this explanation: It is no map.", "The drums say it.");
        assertThat(archive.find(ID)).contains(state);
        assertThat(archive.file(ID, "saliency.png")).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(state.artifacts().getFirst().uri()).isEqualTo("/api/explanations/" + ID + "/artifacts/saliency.png");
    }

    @Test
    void whatIsWholeInTheStoreIsNotWorkedOnAgain() {
        var first = answers(progress -> Samples.answer()).answer(Samples.job(), () -> false);

        assertThat(answers(progress -> Samples.answer()).answer(Samples.job(), () -> false))
                .isEqualTo(first);
        assertThat(explained).hasSize(1);
    }

    @Test
    void halfAnAnswerIsNoneAndIsWorkedOnFromTheStart() throws IOException {
        store.store(ExplanationArchive.uri(ID, "saliency.png"), new byte[] {9});
        archive.tell(ExplanationState.running(Samples.asked(), 0.5));

        answers(progress -> Samples.answer()).answer(Samples.job(), () -> false);

        assertThat(explained).hasSize(1);
        assertThat(archive.file(ID, "saliency.png")).hasBinaryContent(new byte[] {1, 2, 3});
    }

    @Test
    void howFarItHasComeCanBeSeenMeanwhile() {
        var seen = new ArrayList<ExplanationState>();

        answers(progress -> {
                    progress.at(0.25);
                    seen.add(archive.find(ID).orElseThrow());
                    return Samples.answer();
                })
                .answer(Samples.job(), () -> false);

        assertThat(seen).containsExactly(ExplanationState.running(Samples.asked(), 0.25));
    }

    @Test
    void theStoreIsToldTwiceASecondAtMost() {
        var seen = new ArrayList<Double>();

        answers(progress -> {
                    for (int i = 0; i <= 100; i++) {
                        progress.at(i / 100.0);
                        seen.add(archive.find(ID).orElseThrow().progress());
                    }
                    return Samples.answer();
                })
                .answer(Samples.job(), () -> false);

        assertThat(seen).startsWith(0.0, 0.0).doesNotContain(0.01);
    }

    @Test
    void whatIsCancelledStopsAndMayBeAskedAgain() throws IOException {
        archive.cancel(ID, Samples.asked().requestedAt().plusSeconds(1));

        var stopped = answers(AnswerOnceTest::halfTheWork).answer(Samples.job(), () -> false);

        assertThat(stopped.status()).isEqualTo(Status.FAILED);
        assertThat(stopped.outcome()).isEqualTo("cancelled");
        var askedAgain = ExplanationRequest.newBuilder(Samples.request())
                .setRequestedAt(Samples.asked().requestedAt().plusSeconds(2))
                .build();
        var again = new ExplanationJob(
                Asked.of(askedAgain, Samples.MODEL.version()),
                Samples.job().question(),
                Samples.job().objectUri());
        assertThat(answers(AnswerOnceTest::halfTheWork)
                        .answer(again, () -> false)
                        .status())
                .isEqualTo(Status.COMPLETE);
    }

    @Test
    void itTakesNoLongerThanItMay() {
        var slow = new AnswerOnce(
                model -> (file, question, progress) -> halfTheWork(progress), store, archive, Duration.ofNanos(1));

        assertThat(slow.answer(Samples.job(), () -> false).outcome()).isEqualTo("time-limit");
    }

    @Test
    void aQuestionWithoutAnAnswerFailsWithTheReasonAndWhatToDo() {
        var state = answers(progress -> {
                    throw new RejectedException(Reason.UNKNOWN_LAYER, "no layer conv9");
                })
                .answer(Samples.job(), () -> false);

        assertThat(state.failure())
                .isEqualTo(
                        new ExplanationState.Failure("unknown-layer", "no layer conv9", Reason.UNKNOWN_LAYER.remedy()));
        assertThat(archive.find(ID)).contains(state);
    }

    @Test
    void whatIsAnsweredIsNotRefusedAfterwards() {
        var answers = answers(progress -> Samples.answer());
        var answer = answers.answer(Samples.job(), () -> false);

        assertThat(answers.refuse(Samples.asked(), new RejectedException(Reason.UNKNOWN_MODEL, "another serves")))
                .isEqualTo(answer);
    }

    @Test
    void workThatAnotherTakesOverEndsWithoutAWord() {
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> answers(AnswerOnceTest::halfTheWork).answer(Samples.job(), () -> true));

        assertThat(archive.find(ID)).isEmpty();
    }

    @Test
    void theSameAnswerHasTheSameBytes() throws IOException {
        answers(progress -> Samples.answer()).answer(Samples.job(), () -> false);
        var first = findings();
        Files.delete(archive.file(ID, "explanation.json"));

        answers(progress -> Samples.answer()).answer(Samples.job(), () -> false);

        assertThat(findings()).isEqualTo(first).contains("\"genre\":\"jazz\",\"margin\":0.5");
    }

    private String findings() throws IOException {
        return Files.readString(archive.file(ID, "explanation.json")).replaceAll("\"finished_at\":\"[^\"]*\"", "");
    }

    private static Answer halfTheWork(Progress progress) {
        progress.at(0.5);
        return Samples.answer();
    }

    private AnswerOnce answers(Function<Progress, Answer> method) {
        return new AnswerOnce(
                model -> (file, question, progress) -> {
                    explained.add(file);
                    return method.apply(progress);
                },
                store,
                archive,
                Duration.ofMinutes(1));
    }
}
