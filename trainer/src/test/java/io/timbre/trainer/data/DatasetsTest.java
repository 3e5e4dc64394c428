package io.timbre.trainer.data;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatasetsTest {

    private final Example jazz = Toy.example("a.mid", 0, Map.of());
    private final Example rock = Toy.example("b.mid", 1, Map.of());

    @Test
    void takesTwoClasses() {
        assertThatCode(() -> Datasets.requireTrainable(Toy.dataset(List.of(jazz, rock))))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesOneClassOnly() {
        refuses(Toy.dataset(List.of(jazz)), "two classes to tell apart: the 1 of toy are of jazz; add another genre");
        refuses(Toy.dataset(List.of()), "two classes to tell apart: the 0 of toy are of none; add another genre");
    }

    @Test
    void refusesAnEmptyClass() {
        var dataset = new Dataset("toy", new Shape(1), List.of("jazz", "rock", "polka"), List.of(of(0), of(1)));

        refuses(dataset, "toy has no example of polka: add some, or leave the class out");
    }

    @Test
    void aTargetThatNobodyKnowsIsNoExample() {
        var unknown = new Example("u", new float[1], new float[] {0, 1}, new float[] {1, 0}, Map.of());

        refuses(Toy.dataset(List.of(jazz, unknown)), "the 2 of toy are of jazz");
    }

    @Test
    void refusesAnIdThatStandsThereTwice() {
        refuses(Toy.dataset(List.of(jazz, rock, jazz)), "ids of toy must be unique: a.mid stands there twice");
    }

    @Test
    void refusesAClassThatLooksLikeAnotherMistyped() {
        var dataset = new Dataset("toy", new Shape(1), List.of("jazz", "jaz"), List.of(jazz, rock));

        refuses(dataset, "classes jazz and jaz look like one: did you mean jazz for both?");
    }

    private static Example of(int label) {
        return Example.ofClass("e" + label, new float[1], label, 3, Map.of());
    }

    private static void refuses(Dataset dataset, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Datasets.requireTrainable(dataset))
                .withMessageContaining(why);
    }
}
