package io.timbre.trainer.experiment.stephen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.timbre.trainer.data.MidiFolder;
import io.timbre.trainer.experiment.ExperimentSettings;
import io.timbre.trainer.experiment.Fits;
import io.timbre.trainer.experiment.Section.Picture;
import io.timbre.trainer.experiment.Section.Table;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StephenMultiStudyTest {

    @TempDir
    Path data;

    @Test
    void tellsGenresOfAllCollectionsApartAndLeavesOutThoseOfFewPieces() throws IOException {
        var folder = new MidiFolder(data).piece("cjnolet/polka/_unknown/one.mid", 100, 50);
        for (int n = 0; n < 6; n++) {
            folder.piece("di01096/jazz/_unknown/jazz (" + n + ").mid", 100, 60)
                    .piece("di01096/dance/_unknown/dance" + n + ".mid", 100, 40)
                    .piece("di01096/rock/_unknown/rock" + n + ".mid", 100, 20)
                    .piece("cjnolet/rock/band " + n + "/band_" + n + "-song" + n + ".mid", 100, 20);
        }

        var report = new StephenMultiStudy().run(quick());

        var classes = report.sections().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(classes.rows()).extracting(row -> row.get(1)).containsExactly("electronic", "jazz", "rock");
        assertThat(classes.rows()).extracting(row -> row.get(2)).containsExactly("6", "6", "12");
        assertThat(report.sections()).filteredOn(Picture.class::isInstance).hasSize(3);
    }

    @Test
    void refusesAFolderOfOneGenre() throws IOException {
        var folder = new MidiFolder(data);
        for (int n = 0; n < 4; n++) {
            folder.piece("di01096/jazz/_unknown/jazz (" + n + ").mid", 100, 60);
        }

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StephenMultiStudy().run(quick()))
                .withMessage("midi_genres must have two genres of 3 pieces or more: had {jazz=4}");
    }

    private ExperimentSettings quick() {
        return new ExperimentSettings(data, true, 1, Fits.UNHEARD);
    }
}
