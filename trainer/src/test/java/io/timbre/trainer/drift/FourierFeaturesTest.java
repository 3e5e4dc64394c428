package io.timbre.trainer.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FourierFeaturesTest {

    /** 32 projections know a kernel within 0.18 (sqrt(1 / 32)); the mean of 200 pairs is five times better known. */
    @Test
    void innerProductsAreTheGaussianKernel() {
        var random = new SplittableRandom(1);
        var features = FourierFeatures.of(20, 1.5);
        for (double distance : new double[] {0, .5, 1, 2, 4}) {
            double sum = 0;
            for (int pair = 0; pair < 200; pair++) {
                var one = point(random);
                var other = point(random);
                double apart = Math.sqrt(squaredDistance(one, other));
                for (int i = 0; i < one.length; i++) {
                    other[i] = (float) (one[i] + (other[i] - one[i]) * distance / apart);
                }
                sum += product(features.of(one), features.of(other));
            }
            assertThat(sum / 200).isCloseTo(Math.exp(-distance * distance / 4.5), within(.05));
        }
    }

    @Test
    void bandwidthIsTheMedianDistance() {
        // distances 1, 2 and 3
        assertThat(FourierFeatures.asWideAs(new float[][] {{0}, {1}, {3}}).bandwidth())
                .isEqualTo(2);
    }

    @Test
    void areTheSameEachTime() {
        var embeddings = new float[][] {{0, 1}, {1, 0}, {.6f, .8f}};

        assertThat(FourierFeatures.asWideAs(embeddings).of(new float[] {.8f, .6f}))
                .isEqualTo(FourierFeatures.asWideAs(embeddings).of(new float[] {.8f, .6f}));
    }

    @Test
    void embeddingsThatAreAllTheSameHaveNoWidth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FourierFeatures.asWideAs(new float[][] {{1, 2}, {1, 2}}))
                .withMessage("embeddings must differ: their median distance is 0.0");
    }

    @Test
    void anEmbeddingOfAnotherLengthIsOfAnotherModel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FourierFeatures.of(3, 1).of(new float[2]))
                .withMessage("embedding must hold 3 numbers: held 2");
    }

    private static double product(short[] one, short[] other) {
        double product = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * Observation.FOURIER_UNIT * other[i] * Observation.FOURIER_UNIT;
        }
        return product / FourierFeatures.PROJECTIONS;
    }

    private static double squaredDistance(float[] one, float[] other) {
        double square = 0;
        for (int i = 0; i < one.length; i++) {
            square += (one[i] - other[i]) * (one[i] - other[i]);
        }
        return square;
    }

    private static float[] point(SplittableRandom random) {
        var point = new float[20];
        for (int i = 0; i < point.length; i++) {
            point[i] = (float) random.nextGaussian();
        }
        return point;
    }
}
