package io.timbre.trainer.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.timbre.networks.engine.ComputeEngine;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightAverageTest {

    @Test
    void keepsLittleOfTheFirstStepsAndItsShareLater() {
        try (var manager = ComputeEngine.MXNET.engine().newBaseManager()) {
            var weight = manager.create(new float[] {1});
            var average = new WeightAverage(List.of(weight), manager, 0.5);

            average.add(1); // the weight itself
            weight.set(new float[] {3});
            average.add(2); // 2 / 12 of 1 and 10 / 12 of 3
            assertThat(average.means().getFirst().getFloat(0)).isCloseTo(2.6667f, within(1e-3f));
            average.add(1_000); // half of 2.6667 and half of 3
            assertThat(average.means().getFirst().getFloat(0)).isCloseTo(2.8333f, within(1e-3f));
        }
    }

    @Test
    void changesPlacesWithTheWeightsAndBack() {
        try (var manager = ComputeEngine.MXNET.engine().newBaseManager()) {
            var weight = manager.create(new float[] {1});
            var average = new WeightAverage(List.of(weight), manager, 0.5);
            average.add(1);
            weight.set(new float[] {7});

            average.swap();
            assertThat(weight.getFloat(0)).isEqualTo(1);
            average.swap();
            assertThat(weight.getFloat(0)).isEqualTo(7);
            assertThat(average.means().getFirst().getFloat(0)).isEqualTo(1);
        }
    }
}
