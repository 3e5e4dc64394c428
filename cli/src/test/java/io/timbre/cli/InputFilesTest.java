package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFilesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws IOException {
        for (var name : List.of("b.mp3", "a.wav", "album/1.flac", ".DS_Store", ".trash/2.mp3", "album/.cover.png")) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), "la");
        }
    }

    @Test
    void findsAllBelowAFolderInOrderButWhatIsHidden() throws IOException {
        assertThat(InputFiles.below(List.of(folder))).containsExactly(in("a.wav"), in("album/1.flac"), in("b.mp3"));
    }

    @Test
    void keepsTheOrderOfTheCommandLine() throws IOException {
        assertThat(InputFiles.below(List.of(in("b.mp3"), in("album"), in("a.wav"))))
                .containsExactly(in("b.mp3"), in("album/1.flac"), in("a.wav"));
    }

    @Test
    void takesWhatIsNamedHiddenOrNot() throws IOException {
        assertThat(InputFiles.below(List.of(in(".trash"), in(".DS_Store"))))
                .containsExactly(in(".trash/2.mp3"), in(".DS_Store"));
    }

    @Test
    void namesWhatIsNotThere() {
        assertThatThrownBy(() -> InputFiles.below(List.of(in("b.mp3"), in("c.mp3"))))
                .isInstanceOf(CommandFailedException.class)
                .hasMessage("no such file or folder: " + in("c.mp3"));
    }

    @Test
    void saysThatThereIsNothingToDo() throws IOException {
        Files.createDirectory(in("empty"));

        assertThatThrownBy(() -> InputFiles.below(List.of(in("empty"))))
                .isInstanceOf(CommandFailedException.class)
                .hasMessage("no files in [" + in("empty") + "]");
    }

    private Path in(String name) {
        return folder.resolve(name);
    }
}
