package io.timbre.trainer.experiment.vanmieghem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.timbre.trainer.data.SyntheticGtzan;
import io.timbre.trainer.experiment.ExperimentListener;
import io.timbre.trainer.experiment.ExperimentSettings;
import io.timbre.trainer.experiment.Fits;
import io.timbre.trainer.experiment.Section.Comparison;
import io.timbre.trainer.experiment.Section.Picture;
import io.timbre.trainer.experiment.Section.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VanMieghemStudyTest {

    private static final List<String> GENRES = Stream.concat(
                    Material.SIX.stream(), Stream.of(Material.NEAR, Material.FAR))
            .toList();

    @TempDir
    Path data;

    @Test
    void answersEveryQuestionOnSyntheticTones() throws IOException {
        new SyntheticGtzan(data).write(GENRES, 6, 6);

        var report = new VanMieghemStudy().run(new ExperimentSettings(data, true, 1, Fits.UNHEARD));
        var rows = report.sections().stream()
                .filter(Comparison.class::isInstance)
                .flatMap(section -> ((Comparison) section).rows().stream())
                .toList();
        // genres are tones of their own, so that even few epochs tell most of them from chance, a sixth
        assertThat(rows).anyMatch(row -> row.honest() && row.ours().value() > 50);
        // six tracks of six genres, each tested once, of three artists each
        assertThat(rows)
                .filteredOn(row -> row.what().equals("CNN") && row.honest())
                .singleElement()
                .satisfies(row -> assertThat(row.details())
                        .containsEntry("recordings tested", 36.0)
                        .containsEntry("artists tested", 18.0));
        assertThat(rows)
                .filteredOn(row -> row.paper().isPresent())
                .extracting(row -> row.paper().getAsDouble())
                .containsOnly(42.0, 50.0, 80.0, 89.0, 90.0);
        assertThat(rows)
                .filteredOn(row -> row.paper().equals(OptionalDouble.of(89)))
                .extracting(Row::what)
                .contains(
                        "CNN", "CNN, softmax twice", "32 kernels", "3 s, six genres", "six genres", "12 bands, 0 to 1")
                .doesNotContain("4 kernels", "1 s, six genres", "with rock", "12 bands, standardised", "13 MFCC");
        assertThat(rows)
                .filteredOn(row -> row.what().contains("four genres"))
                .isNotEmpty()
                .allMatch(row -> row.paper().isEmpty());
        assertThat(rows)
                .filteredOn(row -> row.what().startsWith("1 s"))
                .extracting(Row::honest)
                .contains(true, false);
        assertThat(rows)
                .filteredOn(row -> row.protocol().contains("random"))
                .isNotEmpty()
                .noneMatch(Row::honest);
        assertThat(report.sections())
                .filteredOn(Picture.class::isInstance)
                .extracting(section -> ((Picture) section).file())
                .contains(
                        "networks.png",
                        "splits.png",
                        "kernels.png",
                        "lengths.png",
                        "seventh.png",
                        "representations.png",
                        "steps.png");
    }

    @Test
    void refusesDataWithTooFewArtistsBeforeItFitsAnything() throws IOException {
        new SyntheticGtzan(data).write(GENRES, 2, 2);
        var stages = new AtomicInteger();
        ExperimentListener listener = stage -> {
            stages.incrementAndGet();
            return epoch -> {};
        };
        var settings = new ExperimentSettings(data, true, 1, new Fits(listener, Optional.empty()));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VanMieghemStudy().run(settings))
                .withMessageContaining("each class must have at least 3 groups");
        assertThat(stages).hasValue(0);
    }

    @Test
    void saysWhatAFolderWithoutSoundMisses() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new VanMieghemStudy().run(new ExperimentSettings(data, true, 1, Fits.UNHEARD)))
                .withMessageContaining("the data must hold the folder")
                .withMessageContaining("first_15-20s_flac");
    }
}
