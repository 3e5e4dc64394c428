package io.timbre.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DatasetTest {

    @Test
    void givesTheExamplesOfSomeClassesInTheirNewOrder() {
        var three = new Dataset(
                "toy",
                new Shape(1),
                List.of("blues", "jazz", "rock"),
                List.of(of("a", 0), of("b", 1), of("c", 2), of("d", 0)));

        var two = three.ofClasses(List.of("rock", "blues"));

        assertThat(two.classes()).containsExactly("rock", "blues");
        assertThat(two.examples())
                .extracting(Example::id, Example::label, example -> example.targets().length)
                .containsExactly(tuple("a", 1, 2), tuple("c", 0, 2), tuple("d", 1, 2));
        assertThat(two.examples().getFirst().groups()).containsEntry(Grouping.TRACK, "track of a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> three.ofClasses(List.of("jazz", "polka")))
                .withMessageContaining("was polka");
    }

    private static Example of(String id, int label) {
        return Example.ofClass(id, new float[1], label, 3, Map.of(Grouping.TRACK, "track of " + id));
    }

    @Test
    void namesWhatIsNotFinite() {
        refuses(
                "2 inputs are not finite: three (NaN at 1), four (-Infinity at 0); leave these examples out",
                example("one", 1, 2),
                example("three", 1, Float.NaN),
                example("four", Float.NEGATIVE_INFINITY, 1));
    }

    @Test
    void namesNoMoreThanFive() {
        refuses(
                "bad 4 (NaN at 0) and 2 more",
                IntStream.range(0, 7)
                        .mapToObj(i -> example("bad " + i, Float.NaN, 0))
                        .toArray(Example[]::new));
    }

    @Test
    void namesAnInputOfAnotherLength() {
        refuses("the input of three must have 2 values, shape (2): has 3", example("three", 1, 2, 3));
    }

    @Test
    void namesTargetsOfAnotherLength() {
        refuses(
                "the targets of three must be 2, one a class: are 3",
                Example.ofClass("three", new float[2], 0, 3, Map.of()));
    }

    @Test
    void namesATargetThatIsNone() {
        refuses(
                "targets must be from 0 to 1 and weights >= 0: three has 2.0 and 1.0 for bebop",
                new Example("three", new float[2], new float[] {0, 2}, new float[] {1, 1}, Map.of()));
    }

    private static void refuses(String why, Example... examples) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dataset("toy", new Shape(2), List.of("swing", "bebop"), List.of(examples)))
                .withMessageContaining(why);
    }

    private static Example example(String id, float... input) {
        return Example.ofClass(id, input, 0, 2, Map.of());
    }
}
