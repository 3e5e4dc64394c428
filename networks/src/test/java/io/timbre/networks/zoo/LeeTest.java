package io.timbre.networks.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

class LeeTest {

    @Test
    void theLstmHasTheSizeOfItsTable() {
        // 4 x 256 (128 + 256 + 2) + 4 x 256 + 4 x 256 (256 + 256 + 2) + 4 x 256 + 10 (256 + 1)
        assertThat(Lee.lstm(174, 10).parameterCount()).isEqualTo(395_264 + 1024 + 526_336 + 1024 + 2570);
    }

    @Test
    void theGeneratorMakesWhatTheLstmAndTheDiscriminatorTake() {
        // 22 frames are no multiple of four: the generator begins with 6 and cuts off two
        var made = new Shape(22, 128);
        assertThat(Lee.generator(22).outputShapes()).endsWith(made).contains(new Shape(16, 6, 32));
        assertThat(Lee.discriminator(22).inputShape()).isEqualTo(made);
        assertThat(Lee.lstm(22, 10).inputShape()).isEqualTo(made);
        assertThat(Lee.generator(22).inputShape()).isEqualTo(new Shape(Lee.NOISE));
    }

    @Test
    void bothHalvesOfTheConditionalPairTakeTheGenre() {
        assertThat(Lee.conditionalGenerator(20, 10).inputShape()).isEqualTo(new Shape(Lee.NOISE + 10));
        assertThat(Lee.conditionalDiscriminator(20, 10).inputShape()).isEqualTo(new Shape(20 * 128 + 10));
        assertThat(Lee.conditionalDiscriminator(20, 10).outputs()).isEqualTo(1);
    }

    @Test
    void thePairsDifferInNothingButTheGenre() {
        int first = 16 * 5 * 32;
        assertThat(Lee.conditionalGenerator(20, 10).parameterCount()
                        - Lee.generator(20).parameterCount())
                .isEqualTo(10 * first);
        // the genre's picture, and 4 x 4 more weights in each of the 8 filters that see it
        assertThat(Lee.conditionalDiscriminator(20, 10).parameterCount()
                        - Lee.discriminator(20).parameterCount())
                .isEqualTo((10 + 1) * 20 * 128 + 8 * 4 * 4);
    }
}
