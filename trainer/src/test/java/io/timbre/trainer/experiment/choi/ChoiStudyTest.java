package io.timbre.trainer.experiment.choi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.timbre.trainer.data.GtzanSounds;
import io.timbre.trainer.data.SyntheticGtzan;
import io.timbre.trainer.experiment.ExperimentSettings;
import io.timbre.trainer.experiment.Fits;
import io.timbre.trainer.experiment.Report;
import io.timbre.trainer.experiment.Section.Comparison;
import io.timbre.trainer.experiment.Section.Row;
import io.timbre.trainer.experiment.Section.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChoiStudyTest {

    @TempDir
    Path data;

    @Test
    void setsThePapersFiguresBesideOursUnderBothProtocols() throws IOException {
        new SyntheticGtzan(data).write(List.of("country", "disco", "hiphop"), 6, 6);

        var report = new ChoiStudy().run(new ExperimentSettings(data, true, 1, Fits.UNHEARD));

        assertThat(rows(report, "Table 1: what a kernel covers"))
                .hasSize(10)
                .last()
                .satisfies(row -> {
                    assertThat(row.paper()).isEqualTo(OptionalDouble.of(1270));
                    assertThat(Math.round(row.ours().value())).isEqualTo(1055);
                    assertThat(row.remark()).contains("does not follow");
                });
        assertThat(rows(report, "Accuracy"))
                .extracting(Row::honest, row -> row.paper().orElse(0))
                .satisfiesExactly(
                        published -> assertThat(published.toList()).containsExactly(false, 75.0),
                        byTrack -> assertThat(byTrack.toList()).containsExactly(false, 0.0),
                        honest -> assertThat(honest.toList()).containsExactly(true, 75.0),
                        honestByTrack -> assertThat(honestByTrack.toList()).containsExactly(true, 0.0));
    }

    @Test
    void keepsArtistsOfAllGenresApartInClips() throws IOException {
        new SyntheticGtzan(data).write(List.of("country", "disco"), 6, 6);

        assertThat(ChoiStudy.ofTen(GtzanSounds.in(data), new ExperimentSettings(data, false, 1, Fits.UNHEARD)))
                .extracting(Trial::title, Trial::isHonest)
                .containsExactly(
                        tuple("2 genres, choi-cnn on 257x173, random", false),
                        tuple("2 genres, choi-cnn on 257x87, by artist", true),
                        tuple("2 genres, short-chunk-cnn on 128x87, by artist", true));
    }

    /** Each convolution sees two cells more at the stride of its layer: 3, 8, 18, 38, 78. */
    @Test
    void tellsTrueReceptiveFieldsFromTheRule() {
        assertThat(((Table) KernelTable.receptiveFields(ChoiStudy.receptiveFields())).rows())
                .extracting(row -> row.get(1) + " and " + row.get(2))
                .containsExactly("3 and 3", "6 and 8", "12 and 18", "24 and 38", "48 and 78");
    }

    private static List<Row> rows(Report report, String title) {
        return report.sections().stream()
                .filter(section -> section.title().equals(title))
                .map(Comparison.class::cast)
                .findFirst()
                .orElseThrow()
                .rows();
    }
}
