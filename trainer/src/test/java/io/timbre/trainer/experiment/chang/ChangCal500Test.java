package io.timbre.trainer.experiment.chang;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.trainer.data.Cal500Folder;
import io.timbre.trainer.experiment.ExperimentSettings;
import io.timbre.trainer.experiment.Fits;
import io.timbre.trainer.experiment.Section.Comparison;
import io.timbre.trainer.experiment.Section.Row;
import io.timbre.trainer.experiment.Section.Table;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangCal500Test {

    @TempDir
    Path data;

    @Test
    void goesFromThePublishedNetworksToOnesThatTellEasySongs() throws IOException {
        Cal500Folder.writeEasy(data, 24);

        var report = new ChangCal500().run(new ExperimentSettings(data, true, 1, Fits.UNHEARD));

        var rows = report.sections().stream()
                .filter(Comparison.class::isInstance)
                .flatMap(section -> ((Comparison) section).rows().stream())
                .toList();
        assertThat(rows).hasSize(9).allMatch(Row::honest);
        assertThat(rows).allSatisfy(row -> assertThat(row.protocol()).contains("artist"));
        assertThat(rows).allSatisfy(row -> assertThat(row.ours().n()).isEqualTo(24));
        assertThat(rows)
                .filteredOn(row -> row.what().endsWith("standardised, emotions masked: ROC-AUC"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.ours().value()).isGreaterThan(0.5));
        assertThat(rows)
                .filteredOn(row -> row.paper().isPresent())
                .hasSize(4)
                .allSatisfy(row -> assertThat(row.paper()).hasValue(100));
        assertThat(report.sections().stream()
                        .filter(Table.class::isInstance)
                        .map(Table.class::cast)
                        .filter(table -> table.title().startsWith("Each change"))
                        .flatMap(table -> table.rows().stream()))
                .as("five steps of one network, two of the other, and the baseline")
                .hasSize(8);
    }
}
