package io.timbre.trainer.data;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DatasetTest {

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
