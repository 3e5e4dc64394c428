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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of an object store wherever it is. */
abstract class ObjectStoreContract {
    private static final String URI = "object:explanations/01/a/b.json";

    /** An empty one. */
    abstract ObjectStore store();

    /** One that cannot be read. */
    abstract ObjectStore away();

    @Test
    void whatWasStagedIsFoundByItsUriAndNoStagedFileIsLeft() throws IOException {
        var staged = Files.writeString(store().stage(), "sound");

        var uri = store().storeAudio(staged, Samples.ID);

        assertThat(uri).isEqualTo("object:audio/01/" + Samples.ID);
        assertThat(store().require(uri)).hasContent("sound");
        assertThat(store().find(uri)).contains("sound".getBytes(UTF_8));
        assertThat(staged).doesNotExist();
    }

    @Test
    void storingTheSameTrackTwiceIsNoError() throws IOException {
        var first = store().storeAudio(Files.writeString(store().stage(), "sound"), Samples.ID);
        var second = store().storeAudio(Files.writeString(store().stage(), "sound"), Samples.ID);

        assertThat(second).isEqualTo(first);
        assertThat(store().require(second)).hasContent("sound");
    }

    @Test
    void bytesTakeThePlaceOfWhatLayThere() throws IOException {
        store().store(URI, "first".getBytes(UTF_8));
        assertThat(store().require(URI)).hasContent("first");

        store().store(URI, "second".getBytes(UTF_8));

        assertThat(store().require(URI)).hasContent("second");
        assertThat(store().find(URI)).contains("second".getBytes(UTF_8));
    }

    @Test
    void manyBytesComeBackAsTheyWere() throws IOException {
        var bytes = new byte[3_000_001];
        new java.util.Random(1).nextBytes(bytes);
        store().store(URI, bytes);

        assertThat(store().find(URI)).contains(bytes);
        assertThat(store().require(URI)).hasBinaryContent(bytes);
    }

    @Test
    void bytesAreReadIfTheyAreThoseThatWereNamed() throws IOException {
        var bytes = "model".getBytes(UTF_8);
        store().store(URI, bytes);
        var digest = TrackIds.sha256();
        digest.update(bytes);

        assertThat(store().read(URI, TrackIds.of(digest))).isEqualTo(bytes);
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> store().read(URI, "0".repeat(64)))
                .extracting(RejectedException::reason)
                .isEqualTo(Reason.DAMAGED_OBJECT);
    }

    @Test
    void whatIsDeletedIsThereNoMoreAndNeedNotHaveBeen() throws IOException {
        store().store(URI, "x".getBytes(UTF_8));

        store().delete(URI);
        store().delete(URI);

        assertThat(store().find(URI)).isEmpty();
    }

    @Test
    void anObjectThatIsNotThereIsItsRecordsFault() {
        assertThat(store().find(URI)).isEmpty();
        assertRejected("object:audio/01/" + Samples.ID, Reason.MISSING_OBJECT);
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> store().read(URI, "0".repeat(64)))
                .extracting(RejectedException::reason)
                .isEqualTo(Reason.MISSING_OBJECT);
    }

    @Test
    void aUriOfAnotherStoreIsMalformed() {
        assertRejected("s3://bucket/key", Reason.MALFORMED_RECORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"object:../secret", "object:audio/../../secret", "object:/etc/passwd", "object:", "file:x"})
    void aUriCannotLeadOutside(String uri) {
        assertThatIllegalArgumentException().isThrownBy(() -> store().find(uri)).withMessageContaining(uri);
        assertThatIllegalArgumentException().isThrownBy(() -> store().store(uri, new byte[1]));
        assertThatIllegalArgumentException().isThrownBy(() -> store().delete(uri));
        assertRejected(uri, Reason.MALFORMED_RECORD);
    }

    @Test
    void aStoreThatIsAwayIsNotItsObjectsFault() {
        assertThatThrownBy(() -> away().require(URI)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> away().find(URI)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> away().read(URI, "0".repeat(64))).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> away().store(URI, new byte[1])).isInstanceOf(IOException.class);
    }

    @Test
    void onlyUploadsThatWereAbandonedLongAgoAreRemoved() throws IOException {
        Path abandoned = store().stage();
        Path current = store().stage();
        Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minus(Duration.ofHours(7))));

        store().removeAbandoned(Duration.ofHours(6));

        assertThat(abandoned).doesNotExist();
        assertThat(current).exists();
    }

    private void assertRejected(String uri, Reason reason) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> store().require(uri))
                .extracting(RejectedException::reason)
                .isEqualTo(reason);
    }
}
