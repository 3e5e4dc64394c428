package io.timbre.trainer.champion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeighboursTest {

    @Test
    void countsTheShareOfTheSameGenreAmongTheFiveNearestOthers() {
        var tracks = new ArrayList<TrackLogits>();
        for (int i = 0; i < 4; i++) {
            tracks.add(track(0, 1, 0));
            tracks.add(track(1, 0, 1));
        }

        // of each track three others lie where it lies; two of the other genre make up the five
        assertThat(Neighbours.precision(tracks)).isEqualTo(0.6);
    }

    @Test
    void saysNothingOfTooFew() {
        assertThat(Neighbours.precision(List.of(track(0, 1, 0)))).isZero();
    }

    private static TrackLogits track(int label, float... embedding) {
        return new TrackLogits(label, new float[0][], embedding);
    }
}
