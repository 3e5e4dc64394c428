package io.timbre.explain.trust;

import io.timbre.explain.answer.Progress;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How much better a map orders an input for hiding and showing than chance does, in areas under curves, each a mean over
 * the inputs.
 *
 * @param deletion of the map's order
 * @param insertion of the map's order
 * @param randomDeletion the mean over random orders
 * @param randomInsertion the mean over random orders
 */
record HidingGain(double deletion, double insertion, double randomDeletion, double randomInsertion) {

    private static final int RANDOM_ORDERS = 5;
    private static final long SEED = 1;

    static HidingGain of(Hiding hiding, List<float[]> inputs, float[][] maps, Reading reading, Progress progress) {
        var random = new SplittableRandom(SEED);
        var sums = new double[4];
        for (int i = 0; i < maps.length; i++) {
            var input = inputs.get(i);
            var order = hiding.patches().ranked(maps[i], reading);
            sums[0] += hiding.deletion(input, order);
            sums[1] += hiding.insertion(input, order);
            for (int n = 0; n < RANDOM_ORDERS; n++) {
                var chance = hiding.patches().shuffled(random);
                sums[2] += hiding.deletion(input, chance) / RANDOM_ORDERS;
                progress.at((i + (n + 1.0) / RANDOM_ORDERS) / maps.length);
                sums[3] += hiding.insertion(input, chance) / RANDOM_ORDERS;
            }
        }
        double[] means = IntStream.range(0, sums.length)
                .mapToDouble(i -> sums[i] / maps.length)
                .toArray();
        return new HidingGain(means[0], means[1], means[2], means[3]);
    }

    /**
     * By how much insertion minus deletion is more than that of chance, as a share of the two areas of chance: 0 for chance
     * itself, less for an order that is worse.
     */
    double share() {
        return (insertion - deletion - (randomInsertion - randomDeletion)) / (randomInsertion + randomDeletion);
    }
}
