package io.timbre.explain.counterfactual;

import io.timbre.explain.answer.Progress;
import java.util.function.Predicate;

/**
 * Looks for a small change that leads to the aim, by Adam: on the squared differences between posteriors and aim, and on
 * the mean square of the change, so that it stays small. Stops as soon as the label flips, and after so many steps.
 *
 * @see "S. Wachter, B. Mittelstadt, C. Russell, Counterfactual Explanations Without Opening the Black Box, 2018"
 */
final class Search {

    private final Aim aim;
    private final Pace pace;
    private final float[][] change;
    private final Adam adam;
    private int iterations;

    /**
     * How a search goes.
     *
     * @param step about how far values move in a step, root mean square, in their unit
     * @param most how far it moves in all
     * @param normWeight what a mean square of one costs, against squared differences of posteriors
     * @param iterations at most, on one terrain
     */
    record Pace(double step, double most, double normWeight, int iterations) {}

    Search(Aim aim, Pace pace, int rows, int columns) {
        this.aim = aim;
        this.pace = pace;
        this.change = new float[rows][columns];
        this.adam = new Adam(pace.step(), rows, columns);
    }

    /** The steps on all terrains. */
    int iterations() {
        return iterations;
    }

    /** Where it stands, not copied. */
    float[][] change() {
        return change;
    }

    /**
     * Goes on from where it stands until the label flips.
     *
     * @param holds whether a change that flips the label there does so in the end; asked only of such
     * @return whether it came to hold
     */
    boolean run(Terrain terrain, Predicate<float[][]> holds, Progress progress) {
        for (int i = 0; ; i++) {
            progress.at((double) i / pace.iterations());
            var inputs = terrain.inputs(change);
            var logits = aim.model().logits(inputs);
            if (Standing.of(aim.model(), logits).is(aim.genre()) && holds.test(change)) {
                return true;
            }
            if (i == pace.iterations()) {
                return false;
            }
            var slopes = terrain.slopes(change, inputs, aim.model().gradients(inputs, aim.slopes(logits)));
            addNorm(slopes);
            adam.step(change, slopes);
            keepWithinBounds();
            iterations++;
        }
    }

    /**
     * At most half as steep as the aim: where the softmax is flat, at posteriors near 0 and 1, the norm would else hold the
     * change where it begins.
     */
    private void addNorm(float[][] slopes) {
        double weight = 2 * pace.normWeight() / slopes[0].length;
        double norm = weight * Size.of(change, 0).distance();
        double most = Size.of(slopes, 0).distance() / 2;
        double scale = norm > most ? weight * most / norm : weight;
        for (int row = 0; row < slopes.length; row++) {
            for (int i = 0; i < slopes[row].length; i++) {
                slopes[row][i] += (float) (scale * change[row][i]);
            }
        }
    }

    private void keepWithinBounds() {
        float most = (float) pace.most();
        for (var row : change) {
            for (int i = 0; i < row.length; i++) {
                row[i] = Math.clamp(row[i], -most, most);
            }
        }
    }
}
