package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.trainer.experiment.Experiment;
import io.timbre.trainer.experiment.ExperimentSettings;
import io.timbre.trainer.experiment.Fits;
import io.timbre.trainer.experiment.Report;
import io.timbre.trainer.experiment.Section.Comparison;
import io.timbre.trainer.experiment.Section.Figure;
import io.timbre.trainer.experiment.Section.Row;
import io.timbre.trainer.experiment.Section.Text;
import io.timbre.trainer.fit.EpochFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExperimentCommandTest {
    private static final Report REPORT = new Report(
            "coin",
            "A coin",
            "a coin",
            List.of(
                    new Text("How", "By throwing it."),
                    new Comparison(
                            "Table 1",
                            List.of(
                                    row(
                                            "training data",
                                            false,
                                            OptionalDouble.of(94.17),
                                            new Figure(95, "%", 90, 99, 60)),
                                    row("grouped", true, OptionalDouble.empty(), Figure.of(50, "%", 20))))));

    @TempDir
    Path folder;

    @Test
    void writesAReportAndSaysALineAFigureAndWhereItIs() {
        var spoken = run(new Coin(), "coin", "--data=" + folder, "--out=" + folder.resolve("out"));

        assertThat(spoken.out())
                .containsExactly(
                        "Table 1: coin, training data: paper 94.17 %, ours 95 % (90 to 99 %), n 60",
                        "Table 1: coin, grouped (honest): ours 50 %, n 20",
                        folder.resolve("out/report.html").toString());
        assertThat(folder.resolve("out/report.json")).content().contains("\"protocol\" : \"grouped\"");
        assertThat(spoken.status()).isZero();
    }

    @Test
    void tellsTheStudyWhatItWasAskedFor() {
        var coin = new Coin();

        run(
                coin,
                "coin",
                "--data=" + folder,
                "--out=" + folder.resolve("out"),
                "--quick",
                "--seed=7",
                "--state=" + folder);

        assertThat(coin.settings.quick()).isTrue();
        assertThat(coin.settings.seed()).isEqualTo(7);
        assertThat(coin.settings.data()).isEqualTo(folder);
        assertThat(coin.settings.fits().states()).contains(folder);
    }

    @Test
    void saysOnStandardErrorHowItGoes() {
        var spoken = run(new Coin(), "coin", "--data=" + folder, "--out=" + folder.resolve("out"));

        assertThat(spoken.err()).containsExactly("throwing");
    }

    @Test
    void listsTheStudiesWithoutANameAndInTheHelp() {
        assertThat(run(new Coin()).out()).anyMatch(line -> line.matches("coin +whether it is fair"));
        assertThat(run(new Coin(), "--help").out()).anyMatch(line -> line.matches("coin +whether it is fair"));
        assertThat(run(new Coin()).status()).isZero();
    }

    @Test
    void namesTheStudiesThatThereAreWhenAskedForAnother() {
        var spoken = run(new Coin(), "dice", "--data=" + folder);

        assertThat(spoken.err()).first().isEqualTo("there is no experiment dice; there are: coin");
        assertThat(spoken.status()).isEqualTo(2);
    }

    @Test
    void asksForTheData() {
        var spoken = run(new Coin(), "coin");

        assertThat(spoken.err()).first().asString().contains("--data");
        assertThat(spoken.status()).isEqualTo(2);
    }

    @Test
    void namesAFolderOfDataThatIsNotThere() {
        var spoken = run(new Coin(), "coin", "--data=" + folder.resolve("gone"), "--out=" + folder.resolve("out"));

        assertThat(spoken.err()).containsExactly("timbre: no such folder: " + folder.resolve("gone"));
        assertThat(spoken.status()).isEqualTo(1);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void saysInALineWhatIsWrongWithTheData() {
        var unusable = run(
                new Broken(new IllegalArgumentException("class jazz must have examples: has none")),
                "broken",
                "--data=" + folder,
                "--out=" + folder.resolve("out"));
        var missing = run(
                new Broken(new NoSuchFileException("midi_genres/jazz")),
                "broken",
                "--data=" + folder,
                "--out=" + folder.resolve("out"));

        assertThat(unusable.err())
                .containsExactly("timbre: cannot run broken: class jazz must have examples: has none");
        assertThat(unusable.status()).isEqualTo(1);
        assertThat(missing.err()).containsExactly("timbre: no such file or folder: midi_genres/jazz");
        assertThat(missing.status()).isEqualTo(1);
    }

    @Test
    void refusesAFolderThatCannotBeWrittenBeforeTheStudyRuns() throws IOException {
        var coin = new Coin();
        var file = Files.writeString(folder.resolve("file"), "");

        var spoken = run(coin, "coin", "--data=" + folder, "--out=" + file.resolve("out"));

        assertThat(spoken.err())
                .singleElement()
                .asString()
                .startsWith("timbre: cannot write to " + file.resolve("out"));
        assertThat(spoken.status()).isEqualTo(1);
        assertThat(coin.settings).isEqualTo(Coin.NEVER_RUN);
    }

    private static Row row(String protocol, boolean honest, OptionalDouble paper, Figure ours) {
        return new Row("coin", protocol, honest, paper, ours, "", Map.of());
    }

    private static Spoken run(Experiment experiment, String... arguments) {
        return Spoken.by(() -> Timbre.told(new CommandLine(new ExperimentCommand(List.of(experiment)))), arguments);
    }

    private static final class Coin implements Experiment {
        static final ExperimentSettings NEVER_RUN = new ExperimentSettings(Path.of(""), false, 0, Fits.UNHEARD);

        ExperimentSettings settings = NEVER_RUN;

        @Override
        public String name() {
            return "coin";
        }

        @Override
        public String description() {
            return "whether it is fair";
        }

        @Override
        public Report run(ExperimentSettings settings) {
            this.settings = settings;
            settings.fits()
                    .listener()
                    .stage("throwing")
                    .epochDone(new EpochFigures(1, 2, 0.7, 0.5, 0.7, 0.5, 1e-3, true));
            return REPORT;
        }
    }

    private record Broken(Exception failure) implements Experiment {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public String description() {
            return "nothing";
        }

        @Override
        public Report run(ExperimentSettings settings) throws IOException {
            if (failure instanceof IOException unreadable) {
                throw unreadable;
            }
            throw (RuntimeException) failure;
        }
    }
}
