package io.timbre.trainer.fit;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Relu;
import io.timbre.trainer.data.Example;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SplitCheckTest {

    private static final List<Example> GOOD = List.of(example("one", 0, 1, 2), example("two", 1, 3, 4));

    @Test
    void namesAClassWithoutTrainingExamples() {
        refuses(List.of(example("one", 0, 1, 2)), "each class must have a training example: bebop have none");
    }

    @Test
    void wantsTrainingExamples() {
        refuses(List.of(), "the split must have training examples: as given gives none");
    }

    @Test
    void refusesANetworkForOtherInputs() {
        var other =
                new Network("other", new Shape(3), List.of(new FullyConnected(3), new Relu(), new FullyConnected(2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NetworkFit(
                                other, FitSettings.of(Loss.SOFTMAX_CROSS_ENTROPY, 1, 1), FitListener.SILENT)
                        .fit(Toys.split(2, GOOD, List.of())))
                .withMessage("inputs must be (3) for other: those of made up are (2)");
    }

    @Test
    void refusesASingleClass() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SplitCheck(Toys.network(1)).require(Toys.split(1, List.of(), List.of())))
                .withMessage("made up must have two classes or more: has [ambient]");
    }

    @Test
    void refusesAsManyLogitsAsNobodyAskedFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NetworkFit(
                                Toys.network(3), FitSettings.of(Loss.SOFTMAX_CROSS_ENTROPY, 1, 1), FitListener.SILENT)
                        .fit(Toys.split(2, GOOD, List.of())))
                .withMessage("a network for 2 classes must have as many logits, or one for two: had 3");
    }

    private static void refuses(List<Example> training, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SplitCheck(Toys.network(2)).require(Toys.split(2, training, List.of())))
                .withMessageContaining(why);
    }

    private static Example example(String id, int label, float... input) {
        return Example.ofClass(id, input, label, 2, Map.of());
    }
}
