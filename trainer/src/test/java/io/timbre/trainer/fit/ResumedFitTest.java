package io.timbre.trainer.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.table.BatchNormalisation;
import io.timbre.networks.table.Dropout;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.LastStep;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Recurrent;
import io.timbre.networks.table.Recurrent.Cell;
import io.timbre.networks.table.Relu;
import io.timbre.networks.table.Reshape;
import io.timbre.trainer.data.Split;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResumedFitTest {

    private static final Split SPLIT = Toys.clouds(3, 10, 12);
    private static final Split OTHER = Toys.clouds(3, 10, 11);

    @TempDir
    private Path folder;

    @Test
    void endsWithTheWeightsOfAFitThatNobodyKilled() {
        var undisturbed = fit(settings(1)).fit(SPLIT);
        dieAfter(2);
        dieAfter(4);

        var resumed = fit(settings(1)).resumable(folder).fit(SPLIT);

        assertThat(resumed.parameters()).isEqualTo(undisturbed.parameters());
        assertThat(resumed.epochs()).isEqualTo(undisturbed.epochs());
        assertThat(resumed.bestEpoch()).isEqualTo(undisturbed.bestEpoch());
    }

    @Test
    void stopsWhereAFitThatNobodyKilledStops() {
        dieAfter(5);
        var epochs = fit(settings(1)).resumable(folder).fit(SPLIT).epochs();
        assertThat(epochs).isEqualTo(fit(settings(1)).fit(SPLIT).epochs()).hasSizeLessThan(40);
    }

    @Test
    void doesNoEpochTwiceWhenItWasDone() {
        var first = fit(settings(1)).resumable(folder).fit(SPLIT);
        var again = new NetworkFit(Toys.withDropout(3), settings(1), epoch -> {
                    throw new AssertionError("epoch " + epoch.number() + " was done again");
                })
                .resumable(folder)
                .fit(SPLIT);
        assertThat(again.parameters()).isEqualTo(first.parameters());
    }

    @Test
    void keepsTheStatesOfDifferentFitsApart() {
        dieAfter(3);
        assertThat(fit(settings(2)).resumable(folder).fit(SPLIT).parameters())
                .isEqualTo(fit(settings(2)).fit(SPLIT).parameters());
        assertThat(fit(settings(1)).resumable(folder).fit(OTHER).parameters())
                .isEqualTo(fit(settings(1)).fit(OTHER).parameters());
        assertThat(fit(settings(1)).resumable(folder).fit(SPLIT).parameters())
                .isEqualTo(fit(settings(1)).fit(SPLIT).parameters());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void endsTheSameWithEveryKindOfLayerThatRemembersOrDraws(Network network) {
        var undisturbed = new NetworkFit(network, settings(1), FitListener.SILENT).fit(SPLIT);
        dieAfter(2, network);
        var resumed = new NetworkFit(network, settings(1), FitListener.SILENT)
                .resumable(folder)
                .fit(SPLIT);
        assertThat(resumed.parameters()).isEqualTo(undisturbed.parameters());
    }

    static List<Network> kinds() {
        return List.of(
                Toys.network(
                        List.of(new FullyConnected(8), new BatchNormalisation(), new Relu(), new FullyConnected(3))),
                Toys.network(List.of(
                        new Reshape(new Shape(2, 1)),
                        new Recurrent(Cell.LSTM, 4),
                        new LastStep(),
                        new Dropout(0.5f),
                        new FullyConnected(3))));
    }

    private void dieAfter(int epochs) {
        dieAfter(epochs, Toys.withDropout(3));
    }

    private void dieAfter(int epochs, Network network) {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> new NetworkFit(network, settings(1), epoch -> {
                            if (epoch.number() == epochs) {
                                throw new UncheckedIOException(new IOException("killed"));
                            }
                        })
                        .resumable(folder)
                        .fit(SPLIT));
    }

    private static NetworkFit fit(FitSettings settings) {
        return new NetworkFit(Toys.withDropout(3), settings, FitListener.SILENT);
    }

    private static FitSettings settings(long seed) {
        return new FitSettings(
                seed,
                40,
                8,
                Loss.SOFTMAX_CROSS_ENTROPY,
                2e-2,
                new Schedule.ReduceOnPlateau(0.2, 2),
                new EarlyStopping(4, 0.01),
                1e-4,
                1,
                true);
    }
}
