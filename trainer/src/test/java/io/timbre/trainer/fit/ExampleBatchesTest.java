package io.timbre.trainer.fit;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.trainer.data.Part;
import io.timbre.trainer.data.Split;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExampleBatchesTest {

    private static final FitSettings BATCHES_OF_32 = FitSettings.of(Loss.SOFTMAX_CROSS_ENTROPY, 1, 1);

    @Test
    void theLastBatchHasWhatIsLeft() {
        assertThat(sizes(34)).containsExactly(32, 2);
        assertThat(sizes(64)).containsExactly(32, 32);
        assertThat(sizes(1)).containsExactly(1);
    }

    @Test
    void aSingleExampleGoesWithTheBatchBefore() {
        assertThat(sizes(33)).containsExactly(33);
        assertThat(sizes(65)).containsExactly(32, 33);
    }

    @Test
    void anEpochHasTheSameOrderWhateverWasAskedBefore() {
        var batches = batches(34);
        var third = batches.epoch(3).next().inputs();
        assertThat(batches.epoch(2).next().inputs()).isNotEqualTo(third);
        assertThat(batches.epoch(3).next().inputs()).isEqualTo(third);
    }

    private static List<Integer> sizes(int examples) {
        var batches = batches(examples);
        var sizes = new ArrayList<Integer>();
        batches.epoch(1).forEachRemaining(batch -> sizes.add(batch.rows()));
        assertThat(sizes).hasSize(batches.perEpoch());
        return sizes;
    }

    private static ExampleBatches batches(int examples) {
        var training = cloud(examples).of(Part.TRAINING);
        var objective = new Objective(Loss.SOFTMAX_CROSS_ENTROPY, 2, 2);
        return new ExampleBatches(training, Targets.plain(objective, 2, 2), BATCHES_OF_32);
    }

    private static Split cloud(int examples) {
        var all = Toys.clouds(2, examples, 1).of(Part.TRAINING).subList(0, examples);
        return Toys.split(2, all, List.of());
    }
}
