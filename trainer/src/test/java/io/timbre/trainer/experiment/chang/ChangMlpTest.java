package io.timbre.trainer.experiment.chang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.timbre.trainer.data.SpotifyTable;
import io.timbre.trainer.experiment.ExperimentSettings;
import io.timbre.trainer.experiment.Fits;
import io.timbre.trainer.experiment.Section.Comparison;
import io.timbre.trainer.experiment.Section.Row;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangMlpTest {

    @TempDir
    Path data;

    @Test
    void setsTheHonestFiguresBesideThePublishedOne() throws IOException {
        SpotifyTable.writeEasy(data, 40);

        var report = new ChangMlp().run(quick());

        assertThat(report.name()).isEqualTo("chang-mlp");
        var rows = report.sections().stream()
                .filter(Comparison.class::isInstance)
                .flatMap(section -> ((Comparison) section).rows().stream())
                .toList();
        assertThat(rows).extracting(Row::honest).containsExactly(false, false, false, true, true);
        assertThat(rows).allSatisfy(row -> assertThat(row.paper()).hasValue(50));
        // energy and tempo tell the 11 classes: even six epochs beat guessing, 9 %
        assertThat(rows.getLast().ours().value()).isGreaterThan(15);
        assertThat(rows.getLast().ours().low()).isLessThan(rows.getLast().ours().high());
    }

    @Test
    void tellsOfAMissingColumnBeforeItTrains() throws IOException {
        SpotifyTable.writeWithout(data, "tempo");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChangMlp().run(quick()))
                .withMessageContaining("lacks the columns [tempo]");
    }

    private ExperimentSettings quick() {
        return new ExperimentSettings(data, true, 1, Fits.UNHEARD);
    }
}
