package io.timbre.trainer.champion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BatchMakerTest {

    private final Iterator<Renditions> tracks = List.of(
                    Tracks.blank("a", 0), Tracks.blank("b", 1), Tracks.blank("c", 2))
            .iterator();

    @Test
    void withoutMixUpEachRowIsItsTrack() {
        var batch = maker(0).next();

        assertThat(batch.inputs()).containsExactly(0, 0, 10, 10, 20, 20);
        assertThat(batch.targets()).containsExactly(1, 0, 0, 0, 1, 0, 0, 0, 1);
    }

    @Test
    void mixUpMixesInputsAndTargetsAlike() {
        var batch = maker(0.3).next();

        // row 0 is share x 0 + (1 - share) x 10, its target (share, 1 - share, 0)
        float share = batch.targets()[0];
        assertThat(share).isBetween(0f, 1f);
        assertThat(batch.targets()[1]).isCloseTo(1 - share, within(1e-6f));
        assertThat(batch.inputs()[0]).isCloseTo(10 * (1 - share), within(1e-5f));
    }

    @Test
    void theProportionIsBetaDistributed() {
        // Beta(a, a) has mean 1/2 and variance 1 / (4 (2 a + 1)): 0.15625 for a = 0.3; 4 standard errors of 3000 draws
        var always = Tracks.blank("a", 0);
        var other = Tracks.blank("b", 1);
        var random = new Random(1);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 3000; i++) {
            var pair = List.of(always, other).iterator();
            float share = new BatchMaker(
                            pair::next,
                            track -> new float[1],
                            () -> new float[1],
                            2,
                            Settings.batches(2, 0, 0.3),
                            random)
                    .next()
                    .targets()[0];
            sum += share;
            squares += share * share;
        }
        double mean = sum / 3000;
        assertThat(mean).isCloseTo(0.5, within(0.03));
        assertThat(squares / 3000 - mean * mean).isCloseTo(0.15625, within(0.01));
    }

    @Test
    void outliersAreUnmixedAndOfEveryGenreAlikeAtHalfTheWeight() {
        var batch = new BatchMaker(
                        tracks::next,
                        track -> new float[] {10 * track.label()},
                        () -> new float[] {77},
                        4,
                        Settings.batches(4, 2, 0),
                        new Random(1))
                .next();

        assertThat(batch.inputs()).containsExactly(0, 10, 77, 77);
        assertThat(batch.targets())
                .containsExactly(1, 0, 0, 0, 0, 1, 0, 0, .125f, .125f, .125f, .125f, .125f, .125f, .125f, .125f);
        assertThat(batch.weight()).isEqualTo(3); // what the targets sum to
    }

    private BatchMaker maker(double mixUp) {
        return new BatchMaker(
                tracks::next,
                track -> new float[] {10 * track.label(), 10 * track.label()},
                () -> new float[2],
                3,
                Settings.batches(3, 0, mixUp),
                new Random(1));
    }
}
