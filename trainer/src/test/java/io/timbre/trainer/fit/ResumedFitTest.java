package io.timbre.trainer.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.timbre.networks.table.Network;
import io.timbre.trainer.data.Split;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumedFitTest {

    private static final Split SPLIT = Toys.clouds(3, 10, 12);

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
    void refusesTheStateOfAnotherFit() {
        dieAfter(1);
        refuses(Toys.network(3), settings(1), SPLIT, "its network is");
        refuses(Toys.withDropout(3), settings(2), SPLIT, "its settings is FitSettings[seed=1,");
        refuses(Toys.withDropout(3), settings(1), Toys.clouds(3, 10, 11), "its data is");
    }

    @Test
    void refusesADamagedState() throws IOException {
        dieAfter(1);
        var file = folder.resolve("fit.state");
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        refuses(Toys.withDropout(3), settings(1), SPLIT, "is damaged: remove it to begin anew");
    }

    private void refuses(Network network, FitSettings settings, Split split, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NetworkFit(network, settings, epoch -> {
                            throw new AssertionError("it trained");
                        })
                        .resumable(folder)
                        .fit(split))
                .withMessageContaining(why);
    }

    private void dieAfter(int epochs) {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> new NetworkFit(Toys.withDropout(3), settings(1), epoch -> {
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
