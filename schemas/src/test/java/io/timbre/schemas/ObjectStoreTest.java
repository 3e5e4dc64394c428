package io.timbre.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectStoreTest {
    @TempDir
    private Path folder;

    @Test
    void whatWasStagedIsFoundByItsUriAndNoStagedFileIsLeft() throws IOException {
        var store = ObjectStore.at(folder);
        var staged = Files.writeString(store.stage(), "sound");

        var uri = store.storeAudio(staged, Samples.ID);

        assertThat(uri).isEqualTo("object:audio/01/" + Samples.ID);
        assertThat(store.resolve(uri)).hasContent("sound");
        assertThat(folder.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void storingTheSameTrackTwiceLeavesOneObject() throws IOException {
        var store = ObjectStore.at(folder);
        store.storeAudio(Files.writeString(store.stage(), "sound"), Samples.ID);

        store.storeAudio(Files.writeString(store.stage(), "sound"), Samples.ID);

        assertThat(folder.resolve("audio/01")).isDirectoryContaining(path -> path.endsWith(Samples.ID));
        assertThat(Files.list(folder.resolve("audio/01"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"object:../secret", "object:audio/../../secret", "object:/etc/passwd", "object:", "file:x"})
    void aUriCannotLeadOutside(String uri) {
        var store = ObjectStore.at(folder);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.resolve(uri))
                .withMessageContaining(uri);
    }
}
