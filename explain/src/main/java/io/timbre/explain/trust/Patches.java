package io.timbre.explain.trust;

import ai.djl.ndarray.types.Shape;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The parts of an input that are hidden and shown as one: squares of a picture, the steps of a sequence, the values of a
 * vector. Single cells of a picture, scattered, would be a noise that no network was trained on, and would tell more of
 * that than of what they hide.
 */
final class Patches {

    /** Cells on each side of a square: of the shipped model's input, half an octave at 1 kHz and a fifth of a second. */
    private static final int SIDE = 8;

    private final int[] patchOfCell;
    private final int count;

    private Patches(int[] patchOfCell, int count) {
        this.patchOfCell = patchOfCell;
        this.count = count;
    }

    static Patches of(Shape input) {
        return switch (input.dimension()) {
            case 3 -> squares(Math.toIntExact(input.get(1)), Math.toIntExact(input.get(2)), input.size());
            case 2 -> runs(Math.toIntExact(input.get(1)), input.size());
            default -> runs(1, input.size());
        };
    }

    /** The same squares in every channel. */
    private static Patches squares(int rows, int columns, long size) {
        int across = (columns + SIDE - 1) / SIDE;
        int up = (rows + SIDE - 1) / SIDE;
        return new Patches(
                IntStream.range(0, Math.toIntExact(size))
                        .map(cell -> cell / columns % rows / SIDE * across + cell % columns / SIDE)
                        .toArray(),
                up * across);
    }

    private static Patches runs(int length, long size) {
        int cells = Math.toIntExact(size);
        return new Patches(IntStream.range(0, cells).map(cell -> cell / length).toArray(), cells / length);
    }

    int count() {
        return count;
    }

    /** The patches from the most to the least important: by the sum of the weights of their cells. */
    int[] ranked(float[] map, Reading reading) {
        var sums = new double[count];
        for (int cell = 0; cell < map.length; cell++) {
            sums[patchOfCell[cell]] += reading.weight(map[cell]);
        }
        return sorted(sums);
    }

    /** The patches in an order that knows nothing. */
    int[] shuffled(SplittableRandom random) {
        return sorted(random.doubles(count).toArray());
    }

    private static int[] sorted(double... importance) {
        return IntStream.range(0, importance.length)
                .boxed()
                .sorted(Comparator.comparingDouble(patch -> -importance[patch]))
                .mapToInt(patch -> patch)
                .toArray();
    }

    /** One input with the first patches of an order taken from another. */
    float[] mixed(float[] input, float[] other, int[] order, int first) {
        var isTaken = new boolean[count];
        for (int i = 0; i < first; i++) {
            isTaken[order[i]] = true;
        }
        var mixed = input.clone();
        for (int cell = 0; cell < mixed.length; cell++) {
            if (isTaken[patchOfCell[cell]]) {
                mixed[cell] = other[cell];
            }
        }
        return mixed;
    }
}
