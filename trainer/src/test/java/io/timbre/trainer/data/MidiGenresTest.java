package io.timbre.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MidiGenresTest {

    private static final String DANCE = "di01096/dance/_unknown/dance1.mid";
    private static final String JAZZ = "cjnolet/jazz/miles davis/miles_davis-all_blues.mid";

    @TempDir
    Path data;

    @Test
    void givesPitchStepAndDurationOfTheFirstHundredNotes() throws IOException {
        new MidiFolder(data).piece(JAZZ, 101, 60);

        var dataset = dataset(List.of("jazz"));

        assertThat(dataset.inputShape()).isEqualTo(MidiGenres.NOTES);
        assertThat(dataset.examples()).singleElement().satisfies(example -> {
            assertThat(example.id()).isEqualTo(JAZZ);
            assertThat(example.input()).hasSize(300);
            assertThat(example.input()[0]).isBetween(60f, 71f);
            assertThat(example.input()).startsWith(example.input()[0], 0, 0.25f, example.input()[3], 0.5f, 0.25f);
        });
    }

    @Test
    void saysWhatAPieceSharesWithOthers() throws IOException {
        var folder = new MidiFolder(data);
        folder.file(DANCE, MidiFolder.midi(100, 60, 1));
        folder.file(JAZZ, MidiFolder.midi(100, 67, 1));

        var dataset = dataset(List.of("dance", "jazz"));

        assertThat(dataset.examples().getLast().groups())
                .containsAllEntriesOf(Map.of(
                        Grouping.TRACK,
                        JAZZ,
                        Grouping.ARTIST,
                        "miles davis",
                        Grouping.TITLE,
                        "all blues",
                        Grouping.FINGERPRINT,
                        DANCE))
                .containsKey(Grouping.SHA1);
        assertThat(dataset.examples().getFirst().groups())
                .doesNotContainKeys(Grouping.ARTIST, Grouping.TITLE)
                .containsEntry(Grouping.FINGERPRINT, DANCE);
    }

    @Test
    void leavesOutWhatItCannotUseAndCountsIt() throws IOException {
        var twice = MidiFolder.midi(100, 60, 1);
        var disputed = MidiFolder.midi(100, 60, 2);
        new MidiFolder(data)
                .file("a/jazz/_unknown/one.mid", twice)
                .file("b/jazz/_unknown/one again.mid", twice)
                .file("a/jazz/_unknown/saints.mid", disputed)
                .file("a/gospel/_unknown/saints.mid", disputed)
                .piece("a/jazz/_unknown/short.mid", 99, 60)
                .file("a/jazz/_unknown/broken.mid", new byte[] {1, 2, 3});

        var midi = MidiGenres.read(data);

        assertThat(midi.pieces()).extracting(MidiPiece::path).containsExactly("a/jazz/_unknown/one.mid");
        assertThat(midi.leftOut())
                .containsExactly(
                        Map.entry("cannot be read", 1),
                        Map.entry("fewer than 100 notes", 1),
                        Map.entry("the same bytes again", 1),
                        Map.entry("the same bytes under two genres", 2));
    }

    @Test
    void refusesAClassThatNobodyAskedFor() throws IOException {
        new MidiFolder(data).piece("a/jaz/_unknown/typo.mid", 100, 60);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> dataset(List.of("jazz")))
                .withMessage("class must be one of jazz: was jaz; did you mean jazz?");
    }

    @Test
    void refusesAnIndexWithoutItsColumns() throws IOException {
        new MidiFolder(data).line("a\tb");
        Files.writeString(data.resolve("midi_genres/index.tsv"), "path\tgenre\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MidiGenres.read(data))
                .withMessageContaining("must hold [path, source, genre, artist, sha1]: were [path, genre]");
    }

    @Test
    void refusesALineWithoutAGenre() throws IOException {
        new MidiFolder(data).piece(JAZZ, 100, 60).line("x.mid\tcjnolet\t\t\t00\t1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MidiGenres.read(data))
                .withMessage("genre must not be empty in line 3 of the index of MIDI files");
    }

    @Test
    void failsWhereAFileIsMissing() throws IOException {
        new MidiFolder(data).line("gone.mid\tcjnolet\tjazz\t\t00\t1");

        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> MidiGenres.read(data))
                .withMessageContaining("gone.mid");
    }

    @Test
    void understandsTheRealIndex() throws IOException {
        var pieces = MidiIndex.read(RealData.folder().resolve("midi_genres/index.tsv"));

        assertThat(pieces).hasSizeGreaterThan(2000);
        assertThat(pieces).extracting(MidiPiece::collection).containsOnly("bsubedi26", "cjnolet", "di01096");
    }

    private Dataset dataset(List<String> classes) throws IOException {
        return MidiGenres.read(data).dataset("test", classes, piece -> Optional.of(piece.genre()));
    }
}
