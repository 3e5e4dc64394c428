package io.timbre.trainer.experiment.vanmieghem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.atIndex;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FirstKernelsTest {

    /** The third is the first at twice the length; the second layer has one kernel. */
    private static final FirstKernels THREE = new FirstKernels(
            new float[][] {{3, 4}, {4, -3}, {6, 8}}, new float[] {0.1f, 0.2f, 0.3f}, new float[][][] {{{1}, {10}, {100}}
            });

    @Test
    void mergesKernelsThatLookAlikeInTheRatioOfTheirLengths() {
        var merged = THREE.merged(0.99);

        assertThat(merged.weights()).isDeepEqualTo(new float[][] {{3, 4}, {4, -3}});
        assertThat(merged.biases()).containsExactly(0.1f, 0.2f);
        // the output of the third is twice that of the first: 1 + 2 x 100
        assertThat(merged.next()[0]).isDeepEqualTo(new float[][] {{201}, {10}});
    }

    @Test
    void keepsKernelsThatDiffer() {
        assertThat(THREE.merged(1.01).weights()).isDeepEqualTo(THREE.weights());
        assertThat(THREE.merged(1.01).next()[0]).isDeepEqualTo(THREE.next()[0]);
    }

    @Test
    void dropsKernelsWhicheverTheyAre() {
        var thinned = THREE.thinned(1, 7);

        assertThat(thinned.count()).isEqualTo(1);
        assertThat(thinned.next()[0]).hasNumberOfRows(1);
        assertThat(THREE.next()[0]).contains(thinned.next()[0][0], atIndex(indexOf(thinned)));
    }

    @Test
    void opposedKernelsAreNotAlike() {
        assertThat(FirstKernels.cosine(new float[] {1, 0}, new float[] {-2, 0})).isCloseTo(-1, within(1e-12));
    }

    private static int indexOf(FirstKernels thinned) {
        for (int kernel = 0; kernel < THREE.count(); kernel++) {
            if (THREE.biases()[kernel] == thinned.biases()[0]) {
                return kernel;
            }
        }
        throw new AssertionError("not one of the three");
    }
}
