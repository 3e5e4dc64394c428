package io.timbre.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.timbre.ingest.TrackIntake.Description;
import io.timbre.ingest.TrackIntake.Status;
import io.timbre.schemas.NotDurableException;
import io.timbre.schemas.ObjectStore;
import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import io.timbre.schemas.avro.Rejection;
import io.timbre.schemas.avro.Track;
import io.timbre.schemas.avro.TrackState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrackIntakeTest {
    private static final Description KIND_OF_BLUE =
            new Description("So What", "Miles Davis", "Kind of Blue", null, null, "test");

    @TempDir
    private Path folder;

    private final List<Track> announced = new ArrayList<>();
    private ObjectStore store;

    @BeforeEach
    void openStore() {
        store = ObjectStore.create(folder);
    }

    @Test
    void aNewUploadIsStoredBeforeItIsAnnounced() throws IOException {
        var intake = new TrackIntake(
                store,
                track -> {
                    assertThat(store.require(track.getObjectUri())).hasContent("sound");
                    announced.add(track);
                },
                id -> Optional.empty());

        assertThat(intake.accept(upload("sound"), KIND_OF_BLUE)).isEqualTo(Status.ACCEPTED);

        assertThat(announced).singleElement().satisfies(track -> {
            assertThat(track.getTrackId()).isEqualTo(Samples.ID);
            assertThat(track.getBytes()).isEqualTo(5);
            assertThat(track.getArtist()).isEqualTo("Miles Davis");
            assertThat(track.getIsrc()).isNull();
        });
    }

    @Test
    void aKnownUploadIsNotAnnouncedAgainAndLeavesNothingBehind() throws IOException {
        var intake =
                new TrackIntake(store, announced::add, id -> Optional.of(new TrackState(Samples.track(), null, null)));

        assertThat(intake.accept(upload("sound"), KIND_OF_BLUE)).isEqualTo(Status.KNOWN);

        assertThat(announced).isEmpty();
        assertThat(folder.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void anUploadThatWasRejectedIsTriedAgain() throws IOException {
        var rejection = new Rejection("features", "too-long", "3600 s", Samples.NOON);
        var intake = new TrackIntake(
                store, announced::add, id -> Optional.of(new TrackState(Samples.track(), null, rejection)));

        assertThat(intake.accept(upload("sound"), KIND_OF_BLUE)).isEqualTo(Status.ACCEPTED);

        assertThat(announced).hasSize(1);
    }

    /** Features remembers the track and would stay silent: it would be pending for ever. */
    @Test
    void anUploadThatInferenceRejectedIsKnown() throws IOException {
        var rejection = new Rejection("inference", "front-end-mismatch", "print-2", Samples.NOON);
        var intake = new TrackIntake(
                store, announced::add, id -> Optional.of(new TrackState(Samples.track(), null, rejection)));

        assertThat(intake.accept(upload("sound"), KIND_OF_BLUE)).isEqualTo(Status.KNOWN);

        assertThat(announced).isEmpty();
    }

    @Test
    void anEmptyUploadIsRejectedAndLeavesNothingBehind() throws IOException {
        var intake = new TrackIntake(store, announced::add, id -> Optional.empty());
        var empty = upload("");

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> intake.accept(empty, KIND_OF_BLUE))
                .extracting(RejectedException::reason)
                .isEqualTo(Reason.EMPTY);
        assertThat(folder.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void whatCouldNotBeAnnouncedStaysInTheStoreForTheNextTry() throws IOException {
        var intake = new TrackIntake(
                store,
                track -> {
                    throw new NotDurableException(new IOException("broker away"));
                },
                id -> Optional.empty());
        var upload = upload("sound");

        assertThatExceptionOfType(NotDurableException.class).isThrownBy(() -> intake.accept(upload, KIND_OF_BLUE));
        assertThat(folder.resolve("audio/ee/" + Samples.ID)).hasContent("sound");
    }

    private StagedUpload upload(String content) throws IOException {
        return new StagedUpload(
                Files.writeString(store.stage(), content), Samples.ID, content.length(), "so-what.mp3", "audio/mpeg");
    }
}
