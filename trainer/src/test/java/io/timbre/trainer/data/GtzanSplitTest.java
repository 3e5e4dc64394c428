package io.timbre.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GtzanSplitTest {

    @TempDir
    Path data;

    @BeforeEach
    void writeSplit() throws IOException {
        part("train_filtered.txt", "blues/blues.00029.wav", "jazz/jazz.00001.wav");
        part("valid_filtered.txt", "blues/blues.00000.wav");
        part("test_filtered.txt", "blues/blues.00012.wav");
        artists(
                "## Bob L. Sturm, 2012",
                "blues.00000.wav ::: John Lee Hooker ::: One Bourbon, One Scotch And One Beer",
                "blues.00012.wav ::: Robert Johnson ::: Cross Road Blues",
                "blues.00029.wav ::: Kelly Joe Phelps ::: The House Carpenter",
                "jazz.00001.wav ::: :::");
    }

    @Test
    void saysWhatATrackMayBeUsedFor() throws IOException {
        var split = GtzanSplit.read(data);

        assertThat(split.part("jazz.00001")).contains(Part.TRAINING);
        assertThat(split.part("blues.00000")).contains(Part.VALIDATION);
        assertThat(split.part("blues.00012")).contains(Part.TEST);
        assertThat(split.part("blues.00099")).isEmpty();
    }

    @Test
    void refusesATrackInTwoParts() throws IOException {
        part("valid_filtered.txt", "blues/blues.00029.wav");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GtzanSplit.read(data))
                .withMessage(
                        "track must stand in one part of the split: blues.00029 stands in TRAINING and VALIDATION");
    }

    @Test
    void refusesAnArtistInTwoParts() throws IOException {
        artists("blues.00029.wav ::: Robert Johnson ::: A", "blues.00012.wav ::: robert johnson  ::: B");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GtzanSplit.read(data))
                .withMessageContaining("artist must stand in one part of the split: robert johnson stands in");
    }

    private void part(String file, String... lines) throws IOException {
        write("gtzan_index/split/sturm2013faults/" + file, lines);
    }

    private void artists(String... lines) throws IOException {
        write("gtzan_index/metadata/sturm2013faults/GTZANindex.txt", lines);
    }

    private void write(String path, String... lines) throws IOException {
        var file = data.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, String.join("\n", lines) + "\n");
    }
}
