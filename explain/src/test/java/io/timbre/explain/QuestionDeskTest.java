package io.timbre.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.timbre.explain.ExplanationState.Status;
import io.timbre.schemas.NotDurableException;
import io.timbre.schemas.ObjectStore;
import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import io.timbre.schemas.avro.ExplanationRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionDeskTest {
    private static final String ID = Samples.asked().explanationId();

    @TempDir
    private Path folder;

    private final List<ExplanationRequest> announced = new ArrayList<>();
    private ExplanationArchive archive;

    @BeforeEach
    void openTheArchive() {
        archive = new ExplanationArchive(ObjectStore.create(folder));
    }

    @Test
    void aNewQuestionIsAnnouncedAndKnownAtOnce() {
        assertThat(desk((asked, request) -> announced.add(request))
                        .ask(Samples.request())
                        .status())
                .isEqualTo(Status.QUEUED);

        assertThat(announced).containsExactly(Samples.request());
        assertThat(archive.find(ID)).map(ExplanationState::status).contains(Status.QUEUED);
    }

    @Test
    void whatIsAnsweredIsNotAskedAgain() throws IOException {
        archive.keep(Samples.asked(), Samples.answer());

        assertThat(desk((asked, request) -> announced.add(request))
                        .ask(Samples.request())
                        .status())
                .isEqualTo(Status.COMPLETE);

        assertThat(announced).isEmpty();
    }

    @Test
    void whatIsUnderWayKeepsItsProgress() throws IOException {
        archive.tell(ExplanationState.running(Samples.asked(), 0.5));

        assertThat(desk((asked, request) -> announced.add(request))
                        .ask(Samples.request())
                        .progress())
                .isEqualTo(0.5);

        assertThat(archive.find(ID)).map(ExplanationState::status).contains(Status.RUNNING);
    }

    @Test
    void whatFailedMayBeAskedAgain() throws IOException {
        archive.tell(ExplanationState.failed(Samples.asked(), new RejectedException(Reason.CANCELLED, "at 10 %")));

        assertThat(desk((asked, request) -> announced.add(request))
                        .ask(Samples.request())
                        .status())
                .isEqualTo(Status.QUEUED);

        assertThat(announced).hasSize(1);
    }

    @Test
    void aQuestionThatDidNotReachItsTopicIsNotKnown() {
        var desk = desk((asked, request) -> {
            throw new NotDurableException(new IOException());
        });

        assertThatExceptionOfType(NotDurableException.class).isThrownBy(() -> desk.ask(Samples.request()));

        assertThat(archive.find(ID)).isEmpty();
    }

    @Test
    void whatWasCancelledIsAskedAnewBeforeItHasStopped() throws IOException {
        archive.tell(ExplanationState.running(Samples.asked(), 0.5));
        archive.cancel(ID, Samples.asked().requestedAt().plusSeconds(1));
        var again = Asked.of(
                ExplanationRequest.newBuilder(Samples.request())
                        .setRequestedAt(Samples.asked().requestedAt().plusSeconds(2))
                        .build(),
                Samples.MODEL.version());
        var desk = new QuestionDesk(
                request -> new ExplanationJob(
                        again, Samples.job().question(), Samples.job().objectUri()),
                archive,
                (asked, request) -> announced.add(request),
                () -> true);

        assertThat(desk.ask(Samples.request()).status()).isEqualTo(Status.QUEUED);

        archive.tell(ExplanationState.failed(Samples.asked(), new RejectedException(Reason.CANCELLED, "at 50 %")));
        assertThat(archive.find(ID)).as("not what was asked before").contains(ExplanationState.queued(again));
    }

    @Test
    void aQuestionThatFindsNoRoomIsNotTakenButMayLookAtWhatIsThere() throws IOException {
        var full = new QuestionDesk(
                request -> Samples.job(), archive, (asked, request) -> announced.add(request), () -> false);

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> full.ask(Samples.request()))
                .satisfies(rejection -> assertThat(rejection.reason()).isEqualTo(Reason.TOO_BUSY));
        assertThat(archive.find(ID)).isEmpty();

        archive.keep(Samples.asked(), Samples.answer());
        assertThat(full.ask(Samples.request()).status()).isEqualTo(Status.COMPLETE);
    }

    private QuestionDesk desk(RequestLog log) {
        return new QuestionDesk(request -> Samples.job(), archive, log, () -> true);
    }
}
