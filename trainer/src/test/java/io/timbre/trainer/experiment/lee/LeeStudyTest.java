package io.timbre.trainer.experiment.lee;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.trainer.data.SyntheticGtzan;
import io.timbre.trainer.experiment.ExperimentSettings;
import io.timbre.trainer.experiment.Fits;
import io.timbre.trainer.experiment.Section;
import io.timbre.trainer.experiment.Section.Comparison;
import io.timbre.trainer.experiment.Section.Row;
import io.timbre.trainer.experiment.Section.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeeStudyTest {

    @Test
    void runsOnAFolderOfTones(@TempDir Path data) throws IOException {
        new SyntheticGtzan(data).write(List.of("blues", "metal"), 0, 10);
        var report = new LeeStudy().run(new ExperimentSettings(data, true, 1, Fits.UNHEARD));

        var rows = report.sections().stream()
                .filter(Comparison.class::isInstance)
                .map(Comparison.class::cast)
                .flatMap(comparison -> comparison.rows().stream())
                .toList();
        // the LSTM alone, four additions and the baseline; honestly, two additions
        assertThat(rows)
                .extracting(Row::honest)
                .containsExactly(false, false, false, false, false, false, true, true, true, true);
        assertThat(rows).allSatisfy(row -> assertThat(row.ours().value()).isBetween(0.0, 100.0));
        assertThat(rows.getFirst().paper()).hasValue(52.48);
        assertThat(evidence(report.sections())).containsExactly("real test tracks", "as published", "conditional");
    }

    private static List<String> evidence(List<Section> sections) {
        return sections.stream()
                .filter(section -> section.title().startsWith("What the examples are worth"))
                .map(Table.class::cast)
                .flatMap(table -> table.rows().stream())
                .map(List::getFirst)
                .toList();
    }
}
