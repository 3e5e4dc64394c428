package io.timbre.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest extends ObjectStoreContract {
    @TempDir
    private Path folder;

    private ObjectStore store;

    @BeforeEach
    void create() {
        store = new StoreLocation(folder.toString(), Optional.empty()).create();
    }

    @Override
    ObjectStore store() {
        return store;
    }

    @Override
    ObjectStore away() {
        return new StoreLocation(folder.resolve("unmounted").toString(), Optional.empty()).open();
    }

    @Test
    void storingTheSameTrackTwiceLeavesOneObject() throws IOException {
        store.storeAudio(Files.writeString(store.stage(), "sound"), Samples.ID);
        store.storeAudio(Files.writeString(store.stage(), "sound"), Samples.ID);

        assertThat(folder.resolve("audio/01")).isDirectoryContaining(path -> path.endsWith(Samples.ID));
        assertThat(Files.list(folder.resolve("audio/01"))).hasSize(1);
    }

    @Test
    void noStagedFileIsLeft() throws IOException {
        store.store("object:explanations/01/a/b.json", "first".getBytes(UTF_8));
        store.storeAudio(Files.writeString(store.stage(), "sound"), Samples.ID);
        assertThatIllegalArgumentException().isThrownBy(() -> store.store("object:../secret", "x".getBytes(UTF_8)));

        assertThat(folder.resolve("explanations/01/a/b.json")).hasContent("first");
        assertThat(folder.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void aUriOfAFolderIsMalformed() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> store.require("object:incoming"))
                .extracting(RejectedException::reason)
                .isEqualTo(Reason.MALFORMED_RECORD);
    }
}
