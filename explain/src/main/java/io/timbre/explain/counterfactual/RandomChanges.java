package io.timbre.explain.counterfactual;

import java.util.ArrayList;
import java.util.Collections;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Changes of the same size as one that was found, but to no purpose: if these flip the label too, it says nothing. */
final class RandomChanges {

    private static final int CHANGES = 5;
    private static final long SEED = 1;

    private RandomChanges() {}

    /** The share of them that lead to the aim; none where nothing was changed once it was made. */
    static double flips(Aim aim, Terrain terrain, float[][] change) {
        if (Size.of(terrain.made(change), 0).distance() == 0) {
            return 0;
        }
        var random = new SplittableRandom(SEED);
        int flips = 0;
        for (int i = 0; i < CHANGES; i++) {
            var inputs = terrain.inputs(like(terrain, change, random));
            flips += Standing.of(aim.model(), inputs).is(aim.genre()) ? 1 : 0;
        }
        return (double) flips / CHANGES;
    }

    /** The same values in other places and of other signs, as far as ever from nothing once they are made. */
    private static float[][] like(Terrain terrain, float[][] change, SplittableRandom random) {
        var made = terrain.made(change);
        var shuffled = shuffled(made, random);
        double distance = Size.of(terrain.made(shuffled), 0).distance();
        double scale = distance == 0 ? 1 : Size.of(made, 0).distance() / distance;
        for (var row : shuffled) {
            for (int i = 0; i < row.length; i++) {
                row[i] *= (float) scale;
            }
        }
        return shuffled;
    }

    private static float[][] shuffled(float[][] made, SplittableRandom random) {
        int columns = made[0].length;
        int cells = made.length * columns;
        var shuffled = new float[made.length][columns];
        var places = new ArrayList<>(IntStream.range(0, cells).boxed().toList());
        Collections.shuffle(places, random);
        for (int i = 0; i < cells; i++) {
            float value = made[places.get(i) / columns][places.get(i) % columns];
            shuffled[i / columns][i % columns] = random.nextBoolean() ? value : -value;
        }
        return shuffled;
    }
}
