package io.timbre.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectStoreTest {
    @TempDir
    private Path folder;

    @Test
    void whatWasStagedIsFoundByItsUriAndNoStagedFileIsLeft() throws IOException {
        var store = ObjectStore.create(folder);
        var staged = Files.writeString(store.stage(), "sound");

        var uri = store.storeAudio(staged, Samples.ID);

        assertThat(uri).isEqualTo("object:audio/01/" + Samples.ID);
        assertThat(store.resolve(uri)).hasContent("sound");
        assertThat(folder.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void storingTheSameTrackTwiceLeavesOneObject() throws IOException {
        var store = ObjectStore.create(folder);
        store.storeAudio(Files.writeString(store.stage(), "sound"), Samples.ID);

        store.storeAudio(Files.writeString(store.stage(), "sound"), Samples.ID);

        assertThat(folder.resolve("audio/01")).isDirectoryContaining(path -> path.endsWith(Samples.ID));
        assertThat(Files.list(folder.resolve("audio/01"))).hasSize(1);
    }

    @Test
    void bytesTakeThePlaceOfWhatLayThereAndNoStagedFileIsLeft() throws IOException {
        var store = ObjectStore.create(folder);
        store.store("object:explanations/01/a/b.json", "first".getBytes(UTF_8));

        store.store("object:explanations/01/a/b.json", "second".getBytes(UTF_8));

        assertThat(folder.resolve("explanations/01/a/b.json")).hasContent("second");
        assertThat(folder.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void bytesForAPlaceOutsideLeaveNothingBehind() {
        var store = ObjectStore.create(folder);

        assertThatIllegalArgumentException().isThrownBy(() -> store.store("object:../secret", "x".getBytes(UTF_8)));
        assertThat(folder.resolve("incoming")).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"object:../secret", "object:audio/../../secret", "object:/etc/passwd", "object:", "file:x"})
    void aUriCannotLeadOutside(String uri) {
        var store = ObjectStore.create(folder);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.resolve(uri))
                .withMessageContaining(uri);
    }

    @Test
    void anObjectThatIsNotThereIsItsRecordsFault() {
        var store = ObjectStore.create(folder);

        assertRejected(store, "object:audio/01/" + Samples.ID, Reason.MISSING_OBJECT);
    }

    @Test
    void aUriOfAFolderOrOfAnotherStoreIsMalformed() {
        var store = ObjectStore.create(folder);

        assertRejected(store, "object:incoming", Reason.MALFORMED_RECORD);
        assertRejected(store, "s3://bucket/key", Reason.MALFORMED_RECORD);
    }

    @Test
    void aStoreThatIsAwayIsNotItsObjectsFault() {
        var away = ObjectStore.at(folder.resolve("unmounted"));

        assertThatThrownBy(() -> away.require("object:audio/01/" + Samples.ID))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void onlyUploadsThatWereAbandonedLongAgoAreRemoved() throws IOException {
        var store = ObjectStore.create(folder);
        var abandoned = store.stage();
        var current = store.stage();
        Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minus(Duration.ofHours(7))));

        store.removeAbandoned(Duration.ofHours(6));

        assertThat(abandoned).doesNotExist();
        assertThat(current).exists();
    }

    private static void assertRejected(ObjectStore store, String uri, Reason reason) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> store.require(uri))
                .extracting(RejectedException::reason)
                .isEqualTo(reason);
    }
}
