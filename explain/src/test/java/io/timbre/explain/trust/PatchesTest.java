package io.timbre.explain.trust;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatchesTest {

    @Test
    void cutsAPictureIntoSquares() {
        assertThat(Patches.of(new Shape(1, 128, 87)).count()).isEqualTo(16 * 11); // the last are 7 frames wide
    }

    @Test
    void takesASquareOfAllChannelsAtOnce() {
        var shape = new Shape(2, 8, 16);
        var ones = new float[256];
        Arrays.fill(ones, 1);

        var mixed = Patches.of(shape).mixed(new float[256], ones, new int[] {1, 0}, 1);

        for (int cell = 0; cell < mixed.length; cell++) {
            assertThat(mixed[cell]).isEqualTo(cell % 16 < 8 ? 0 : 1);
        }
    }

    @Test
    void takesTheStepsOfASequenceOneByOne() {
        var patches = Patches.of(new Shape(3, 2));

        assertThat(patches.count()).isEqualTo(3);
        assertThat(patches.mixed(new float[6], new float[] {1, 2, 3, 4, 5, 6}, new int[] {2, 0, 1}, 2))
                .containsExactly(1, 2, 0, 0, 5, 6);
    }

    @Test
    void ranksSensitivitiesByAmountAndContributionsBySign() {
        var patches = Patches.of(new Shape(3));
        float[] map = {1, -3, 2};

        assertThat(patches.ranked(map, Reading.SENSITIVITY)).containsExactly(1, 2, 0);
        assertThat(patches.ranked(map, Reading.CONTRIBUTION)).containsExactly(2, 0, 1);
    }

    @Test
    void shufflesAllOfThem() {
        var order = Patches.of(new Shape(50)).shuffled(new SplittableRandom(1));

        assertThat(order).containsExactlyInAnyOrder(IntStream.range(0, 50).toArray());
        assertThat(order).isNotEqualTo(IntStream.range(0, 50).toArray());
    }
}
