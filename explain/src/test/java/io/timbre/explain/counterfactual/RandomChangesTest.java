package io.timbre.explain.counterfactual;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import io.timbre.explain.subject.ToyModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RandomChangesTest {

    private static final int CELLS = 8;
    private static final float[] WEIGHTS = {1, 1, 1, 1, 1, 1, 1, 1};

    @Test
    void areNoneWhereNothingIsLeftOfTheChange() {
        assertThat(made(change -> new float[1][CELLS], new float[][] {{0.1f, 0, 0, 0, 0, 0, 0, 0}}))
                .isEmpty();
    }

    @Test
    void areNumbersAlsoWhereNothingIsLeftOfThem() {
        UnaryOperator<float[][]> first = change -> new float[][] {{change[0][0], 0, 0, 0, 0, 0, 0, 0}};

        assertThat(made(first, new float[][] {{4, 0, 0, 0, 0, 0, 0, 0}}))
                .hasSize(5)
                .allSatisfy(change -> {
                    for (float value : change) {
                        assertThat(value).isFinite();
                    }
                });
    }

    /** The changes that were tried. */
    private static List<float[]> made(UnaryOperator<float[][]> making, float[][] change) {
        var tried = new ArrayList<float[]>();
        var terrain = new Terrain() {
            @Override
            public List<float[]> inputs(float[][] change) {
                tried.add(change[0]);
                return List.of(making.apply(change)[0]);
            }

            @Override
            public float[][] slopes(float[][] change, List<float[]> inputs, float[][] slopes) {
                throw new AssertionError("nobody searches here");
            }

            @Override
            public float[][] made(float[][] change) {
                return making.apply(change);
            }
        };
        try (var model = ToyModel.linear(new Shape(CELLS, 1), new float[CELLS], WEIGHTS)) {
            assertThat(RandomChanges.flips(new Aim(model, 1), terrain, change)).isBetween(0.0, 1.0);
        }
        return tried;
    }
}
