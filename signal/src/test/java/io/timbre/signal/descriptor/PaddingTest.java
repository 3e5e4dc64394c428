package io.timbre.signal.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PaddingTest {
    private final float[] samples = {1, 2, 3, 4};

    @Test
    void reflectsWithoutRepeatingTheEnds() {
        assertThat(Padding.REFLECT.pad(samples, 3)).containsExactly(4, 3, 2, 1, 2, 3, 4, 3, 2, 1);
    }

    @Test
    void holdsTheEnds() {
        assertThat(Padding.EDGE.pad(samples, 2)).containsExactly(1, 1, 1, 2, 3, 4, 4, 4);
    }

    @Test
    void refusesAMarginAsLongAsTheSound() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Padding.REFLECT.pad(samples, 4))
                .withMessage("samples must be more than 4: were 4");
    }
}
