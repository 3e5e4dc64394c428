package io.timbre.trainer.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.Network;
import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Grouping;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.data.Split;
import io.timbre.trainer.fit.EpochFigures;
import io.timbre.trainer.fit.FitResult;
import io.timbre.trainer.fit.FitSettings;
import io.timbre.trainer.fit.Loss;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitsTest {

    private static final FitSettings SETTINGS = FitSettings.of(Loss.SOFTMAX_CROSS_ENTROPY, 2, 1);

    private final List<String> stages = new ArrayList<>();
    private final List<EpochFigures> epochs = new ArrayList<>();

    private final ExperimentListener listener = stage -> {
        stages.add(stage);
        return epochs::add;
    };

    @TempDir
    private Path states;

    @Test
    void doesNoFitTwiceWhoseStateIsKept() {
        var fits = new Fits(listener, Optional.of(states));
        var first = fit(fits, "first");
        var again = fit(fits, "again");
        assertThat(epochs).hasSize(2);
        assertThat(again.epochs()).isEqualTo(first.epochs());
    }

    @Test
    void keepsNothingUnlessAsked() {
        var fits = new Fits(listener, Optional.empty());
        fit(fits, "first");
        fit(fits, "again");
        assertThat(epochs).hasSize(4);
        assertThat(stages).containsExactly("first", "again");
        assertThat(states).isEmptyDirectory();
    }

    @Test
    void announcesFitsByOtherNames() {
        fit(new Fits(listener, Optional.empty()).named(stage -> "all genres: " + stage), "fold 1");
        assertThat(stages).containsExactly("all genres: fold 1");
    }

    @Test
    void refusesASplitThatLeaksUnlessAPapersProtocolIsMeant() {
        var fits = new Fits(listener, Optional.empty());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fits.fit(network(), SETTINGS, leaking(), "leaking"))
                .withMessageContaining("artist: 1 of 1 in more than one part");
        assertThat(stages).isEmpty();

        fits.under(false).fit(network(), SETTINGS, leaking(), "as published");
        assertThat(stages).containsExactly("as published");
    }

    private static FitResult fit(Fits fits, String stage) {
        return fits.fit(network(), SETTINGS, split(), stage);
    }

    private static Network network() {
        return new Network("line", new Shape(1), List.of(new FullyConnected(4), new FullyConnected(2)));
    }

    private static Split leaking() {
        var one = Map.of(Grouping.ARTIST, "nina");
        var training = List.of(
                Example.ofClass("low", new float[] {-1}, 0, 2, one),
                Example.ofClass("high", new float[] {1}, 1, 2, one));
        var test = List.of(Example.ofClass("higher", new float[] {2}, 1, 2, one));
        return new Split(
                new Dataset("numbers", new Shape(1), List.of("low", "high"), training),
                "leaking",
                Map.of(Part.TRAINING, training, Part.TEST, test));
    }

    private static Split split() {
        var examples = List.of(
                Example.ofClass("low", new float[] {-1}, 0, 2, Map.of()),
                Example.ofClass("high", new float[] {1}, 1, 2, Map.of()));
        return new Split(
                new Dataset("numbers", new Shape(1), List.of("low", "high"), examples),
                "all of it is training data",
                Map.of(Part.TRAINING, examples));
    }
}
