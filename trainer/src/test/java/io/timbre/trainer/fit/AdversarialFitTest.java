package io.timbre.trainer.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.LeakyRelu;
import io.timbre.networks.table.Network;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AdversarialFitTest {

    private static final float[] LEFT = {1, 0};
    private static final float[] RIGHT = {0, 1};
    private static final int NOISE = 2;

    /** Steps after which the generator has found its place. */
    private static final int ENOUGH = 100;

    @Test
    void learnsWherePointsLie() {
        var points = new ArrayList<Conditioned>();
        var random = new Random(1);
        for (int i = 0; i < 200; i++) {
            points.add(new Conditioned(point(random, 1, -1)));
        }
        var made = fit(points, 1, ENOUGH).generator().examples(Collections.nCopies(200, new float[0]), 2);

        assertThat(mean(made, 0)).isCloseTo(1, within(0.3));
        assertThat(mean(made, 1)).isCloseTo(-1, within(0.3));
    }

    @Test
    void makesOfEachConditionWhatBelongsToIt() {
        var generator = fit(twoClouds(), 1, ENOUGH).generator();

        assertThat(mean(generator.examples(Collections.nCopies(200, LEFT), 2), 0))
                .isCloseTo(-1.5, within(0.4));
        assertThat(mean(generator.examples(Collections.nCopies(200, RIGHT), 2), 0))
                .isCloseTo(1.5, within(0.4));
    }

    @Test
    void theSameSeedMakesTheSameExamples() {
        var first = example(7);

        assertThat(example(7)).isEqualTo(first);
        assertThat(example(8)).isNotEqualTo(first);
    }

    private static float[] example(long seed) {
        return fit(twoClouds(), seed, 3).generator().examples(List.of(LEFT), 3).getFirst();
    }

    @Test
    void refusesExamplesThatTheDiscriminatorCannotTake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(List.of(new Conditioned(new float[] {1, 2, 3}, LEFT)), 1, 1))
                .withMessage("an example and its condition must have 4 values: had 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdversarialFit(generator(0), discriminator(0), settings(1, 1)).fit(List.of()))
                .withMessage("there must be real examples to learn from: were none");
    }

    private static AdversarialResult fit(List<Conditioned> real, long seed, int steps) {
        int condition = real.getFirst().condition().length;
        return new AdversarialFit(generator(condition), discriminator(condition), settings(seed, steps)).fit(real);
    }

    private static AdversarialSettings settings(long seed, int steps) {
        return new AdversarialSettings(seed, steps, 32, 1e-2);
    }

    static Network generator(int condition) {
        return new Network(
                "toy-generator",
                new Shape(NOISE + condition),
                List.of(new FullyConnected(16), new LeakyRelu(0.2f), new FullyConnected(2)));
    }

    static Network discriminator(int condition) {
        return new Network(
                "toy-discriminator",
                new Shape(2 + condition),
                List.of(new FullyConnected(16), new LeakyRelu(0.2f), new FullyConnected(1)));
    }

    static List<Conditioned> twoClouds() {
        var points = new ArrayList<Conditioned>();
        var random = new Random(1);
        for (int i = 0; i < 100; i++) {
            points.add(new Conditioned(point(random, -1.5, 0), LEFT));
            points.add(new Conditioned(point(random, 1.5, 0), RIGHT));
        }
        return points;
    }

    private static float[] point(Random random, double x, double y) {
        return new float[] {(float) (x + 0.3 * random.nextGaussian()), (float) (y + 0.3 * random.nextGaussian())};
    }

    private static double mean(List<float[]> points, int axis) {
        return points.stream().mapToDouble(point -> point[axis]).average().orElseThrow();
    }
}
