package io.timbre.trainer.experiment.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.trainer.data.SyntheticGtzan;
import io.timbre.trainer.experiment.ExperimentSettings;
import io.timbre.trainer.experiment.Fits;
import io.timbre.trainer.experiment.Section.Comparison;
import io.timbre.trainer.experiment.Section.Row;
import io.timbre.trainer.experiment.Section.Table;
import io.timbre.trainer.experiment.Section.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeakageStudyTest {

    @TempDir
    Path data;

    @Test
    void callsOnlyThoseSplitsHonestThatShareNoArtist() throws IOException {
        new SyntheticGtzan(data).write(List.of("blues", "metal"), 6, 12);

        var report = new LeakageStudy().run(new ExperimentSettings(data, true, 1, Fits.UNHEARD));

        var rows = ((Comparison) report.sections().getFirst()).rows();
        assertThat(rows).hasSize(2 * 4);
        assertThat(rows)
                .filteredOn(Row::honest)
                .extracting(Row::protocol)
                .allMatch(protocol -> protocol.contains("artist"));
        // each of the four splits over those below it, by segments and by tracks
        assertThat(((Table) report.sections().get(1)).rows()).hasSize(2 * (3 + 2 + 1));
        var leaks = (Text) report.sections().getLast();
        assertThat(leaks.markdown()).containsSubsequence("random", "- track:", "by track", "- artist:");
        assertThat(leaks.markdown().split("Nothing leaks", -1)).hasSize(3);
    }
}
