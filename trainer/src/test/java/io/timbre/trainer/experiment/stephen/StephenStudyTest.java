package io.timbre.trainer.experiment.stephen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.timbre.trainer.data.MidiFolder;
import io.timbre.trainer.experiment.ExperimentSettings;
import io.timbre.trainer.experiment.Fits;
import io.timbre.trainer.experiment.Report;
import io.timbre.trainer.experiment.Section.Comparison;
import io.timbre.trainer.experiment.Section.Picture;
import io.timbre.trainer.experiment.Section.Row;
import io.timbre.trainer.experiment.Section.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StephenStudyTest {

    /** Of each class in each collection: fewer, and a fold may have none to train with. */
    private static final int PIECES = 15;

    @TempDir
    static Path collections;

    private static Report report = new Report("", "", "", List.of());

    @BeforeAll
    static void runOnce() throws IOException {
        writeCollections();
        report = new StephenStudy().run(quick(collections));
    }

    @Test
    void putsThePapersFiguresBesideOursAndHonestRowsBesideThose() {
        assertThat(report.name()).isEqualTo("stephen");
        var rows = report.sections().stream()
                .filter(Comparison.class::isInstance)
                .flatMap(section -> ((Comparison) section).rows().stream())
                .toList();
        assertThat(rows)
                .filteredOn(row -> row.paper().isPresent())
                .extracting(row -> row.paper().getAsDouble())
                .startsWith(75.99, 3.72, 94.17)
                .hasSize(3 + 6 + 6);
        assertThat(rows)
                .filteredOn(Row::honest)
                .hasSize(6 + 6 + 1)
                .as("each piece is tested once: all of both classes, and of jazz by collection")
                .extracting(row -> row.ours().n())
                .containsOnly(5 * PIECES, 3 * PIECES);
        assertThat(report.sections()).filteredOn(Picture.class::isInstance).hasSize(4);
    }

    @Test
    void testsAcrossCollections() {
        var across = report.sections().stream()
                .filter(section -> section.title().startsWith("Trained on one collection"))
                .map(Table.class::cast)
                .findFirst()
                .orElseThrow();

        // all, each of the two collections with both classes, and each of their electronic pieces with others' jazz
        assertThat(across.rows()).hasSize(5 * 3);
        assertThat(across.rows().get(1))
                .startsWith("all collections", "cjnolet")
                .endsWith("" + PIECES, "–", "0");
    }

    @Test
    void refusesAFolderWithoutElectronicPiecesBeforeItTrains(@TempDir Path data) throws IOException {
        var folder = new MidiFolder(data);
        for (int n = 0; n < 9; n++) {
            folder.piece("di01096/jazz/_unknown/jazz (" + n + ").mid", 100, 60);
        }

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StephenStudy().run(quick(data)))
                .withMessageContaining("electronic");
    }

    /** Jazz is high and electronic low. */
    private static void writeCollections() throws IOException {
        var folder = new MidiFolder(collections);
        for (int n = 0; n < PIECES; n++) {
            folder.piece("di01096/jazz/_unknown/jazz (" + n + ").mid", 100, 60)
                    .piece("bsubedi26/jazz/_unknown/tune" + n + "_x.mid", 100, 62)
                    .piece("cjnolet/jazz/player " + n + "/player_" + n + "-song" + n + ".mid", 100, 64)
                    .piece("di01096/dance/_unknown/dance" + n + ".mid", 100, 40)
                    .piece("bsubedi26/misc/_unknown/DJ" + n + " - Beat" + n + ".mid", 100, 42);
        }
    }

    private static ExperimentSettings quick(Path data) {
        return new ExperimentSettings(data, true, 1, Fits.UNHEARD);
    }
}
