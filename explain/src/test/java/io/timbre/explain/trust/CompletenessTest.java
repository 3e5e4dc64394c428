package io.timbre.explain.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import io.timbre.explain.subject.ToyModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompletenessTest {

    @Test
    void saysHowMuchOfTheLogitIsMissing() {
        // logit 2 a - b: from (1, 0), where it is 2, to (3, 1) it gains 3, to (1, 4) it loses 4
        List<float[]> inputs = List.of(new float[] {3, 1}, new float[] {1, 4});
        float[] baseline = {1, 0};
        try (var model = ToyModel.linear(new Shape(2), new float[] {2, -1}, new float[2])) {
            var whole = Completeness.of(model, 0, inputs, baseline, new float[][] {{4, -1}, {0, -4}});
            assertThat(whole.error()).isCloseTo(0, within(1e-6));
            assertThat(whole.share()).isCloseTo(0, within(1e-6));

            var parts = Completeness.of(model, 0, inputs, baseline, new float[][] {{4, -0.5f}, {0, -3}});
            assertThat(parts.error()).isCloseTo(1, within(1e-6));
            assertThat(parts.share()).isCloseTo(1.5 / 7, within(1e-6));
        }
    }
}
