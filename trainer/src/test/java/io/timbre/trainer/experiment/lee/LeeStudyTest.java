package io.timbre.trainer.experiment.lee;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.trainer.data.SyntheticGtzan;
import io.timbre.trainer.experiment.Fits;
import io.timbre.trainer.experiment.Report;
import io.timbre.trainer.experiment.Section.Comparison;
import io.timbre.trainer.experiment.Section.Row;
import io.timbre.trainer.experiment.Section.Table;
import io.timbre.trainer.experiment.Section.Text;
import io.timbre.trainer.experiment.lee.Condition.Generated;
import io.timbre.trainer.experiment.lee.Condition.Repeated;
import io.timbre.trainer.fit.FitListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeeStudyTest {

    private static final Budget TINY = new Budget(1, 1, 3, 2, 4, 1, 1);

    @Test
    void runsEachConditionOfEachPlan() {
        var stages = new ArrayList<String>();
        var plans = Plan.all(Levels.dataset(3), TINY, 1);
        var report = LeeStudy.run(
                List.of(
                        firstRun(plans.getFirst(), Condition.ALONE, new Generated(Pair.PUBLISHED, 2)),
                        firstRun(
                                plans.getLast(), Condition.ALONE, new Generated(Pair.CONDITIONAL, 4), new Repeated(4))),
                TINY,
                heardBy(stages));

        assertThat(stages)
                .containsExactly(
                        "as published, seed 1, LSTM alone",
                        "as published, seed 1, +2 from the published GAN",
                        "as published, seed 1, baseline",
                        "by artist, dealing 1, fold 1, LSTM alone",
                        "by artist, dealing 1, fold 1, +4 from the conditional GAN",
                        "by artist, dealing 1, fold 1, +4 real tracks repeated",
                        "by artist, dealing 1, fold 1, baseline");
        // how loud a track is tells the genres apart, and one layer learns that
        assertThat(rows(report))
                .filteredOn(row -> row.what().equals("baseline"))
                .extracting(row -> row.ours().value())
                .containsExactly(100.0, 100.0);
        assertThat(rows(report)).extracting(Row::honest).containsExactly(false, false, false, true, true, true, true);
        assertThat(text(report, "Does the GAN help?"))
                .startsWith("Whether it helps cannot be told with 1 runs")
                .contains("no p of 1 runs can be below 1.0000");
        assertThat(evidence(report))
                .containsExactly("real test tracks", "published GAN", "real test tracks", "conditional GAN");
    }

    @Test
    void saysWhatWasLeftOut() {
        var plans = Plan.all(Levels.dataset(3), TINY, 1);
        var report = LeeStudy.run(
                List.of(
                        firstRun(plans.getFirst(), Condition.ALONE, new Generated(Pair.PUBLISHED, 2)),
                        firstRun(plans.getLast(), Condition.ALONE, new Repeated(4))),
                TINY,
                heardBy(new ArrayList<>()));

        assertThat(text(report, "What was done")).contains("""
                        - left out for time: random by track 70/20/10, as published: +2 from the conditional GAN, \
                        +2 real tracks repeated, +4 from the published GAN, +4 from the conditional GAN, \
                        +4 real tracks repeated; 1 x 3 folds, grouped by track, recording and artist: \
                        +2 from the published GAN, +2 from the conditional GAN, +2 real tracks repeated, \
                        +4 from the published GAN, +4 from the conditional GAN.
                        """);
    }

    @Test
    void readsAFolderOfTones(@TempDir Path data) throws IOException {
        new SyntheticGtzan(data).write(List.of("blues", "metal"), 0, 2);

        var dataset = Sequences.read(data);

        assertThat(dataset.classes()).containsExactly("blues", "metal");
        assertThat(dataset.inputShape().getShape()).containsExactly(11, 128);
        assertThat(dataset.examples()).hasSize(4);
    }

    private static Plan firstRun(Plan plan, Condition... conditions) {
        var protocol = plan.protocol();
        var first = protocol.runs().subList(0, 1);
        return new Plan(new Protocol(protocol.word(), protocol.words(), protocol.honest(), first), List.of(conditions));
    }

    private static Fits heardBy(List<String> stages) {
        return new Fits(
                stage -> {
                    stages.add(stage);
                    return FitListener.SILENT;
                },
                Optional.empty());
    }

    private static List<Row> rows(Report report) {
        return report.sections().stream()
                .filter(Comparison.class::isInstance)
                .map(Comparison.class::cast)
                .flatMap(comparison -> comparison.rows().stream())
                .toList();
    }

    private static String text(Report report, String title) {
        return report.sections().stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .filter(text -> text.title().equals(title))
                .map(Text::markdown)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> evidence(Report report) {
        return report.sections().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .filter(table -> table.title().startsWith("What the examples are worth"))
                .flatMap(table -> table.rows().stream())
                .map(cells -> cells.get(1))
                .toList();
    }
}
