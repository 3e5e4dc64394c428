package io.timbre.trainer.experiment.vanmieghem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The kernels of a CNN's first layer and what its second layer does with them.
 *
 * @param weights {@code weights[kernel]}, row-major
 * @param biases one a kernel
 * @param next {@code next[kernel of the second layer][kernel of the first]}, row-major
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FirstKernels(float[][] weights, float[] biases, float[][][] next) {

    int count() {
        return weights.length;
    }

    /**
     * Keeps one of each set of kernels that look alike. What the second layer did with the others, it does with that one,
     * in the ratio of their lengths: a ReLU gives a kernel of twice the length twice the output.
     *
     * @param leastCosine from which on two kernels are taken for the same
     */
    FirstKernels merged(double leastCosine) {
        var keepers = new ArrayList<Integer>();
        var keeperOf = new int[count()];
        for (int kernel = 0; kernel < count(); kernel++) {
            int k = kernel;
            keeperOf[kernel] = keepers.stream()
                    .filter(keeper -> cosine(weights[keeper], weights[k]) >= leastCosine)
                    .findFirst()
                    .orElse(kernel);
            if (keeperOf[kernel] == kernel) {
                keepers.add(kernel);
            }
        }
        return keeping(keepers, keeperOf);
    }

    /** Keeps so many, whichever, and drops what the second layer did with the others. */
    FirstKernels thinned(int kept, long seed) {
        var kernels = new ArrayList<>(IntStream.range(0, count()).boxed().toList());
        Collections.shuffle(kernels, new Random(seed));
        var keepers = kernels.stream().limit(kept).sorted().toList();
        var keeperOf = new int[count()];
        Arrays.fill(keeperOf, -1);
        keepers.forEach(keeper -> keeperOf[keeper] = keeper);
        return keeping(keepers, keeperOf);
    }

    private FirstKernels keeping(List<Integer> keepers, int[] keeperOf) {
        var merged = new float[next.length][keepers.size()][next[0][0].length];
        for (int kernel = 0; kernel < count(); kernel++) {
            if (keeperOf[kernel] >= 0) {
                double ratio = length(weights[kernel]) / length(weights[keeperOf[kernel]]);
                add(merged, keepers.indexOf(keeperOf[kernel]), kernel, ratio);
            }
        }
        var keptBiases = new float[keepers.size()];
        for (int k = 0; k < keptBiases.length; k++) {
            keptBiases[k] = biases[keepers.get(k)];
        }
        return new FirstKernels(
                keepers.stream().map(keeper -> weights[keeper]).toArray(float[][]::new), keptBiases, merged);
    }

    private void add(float[][][] merged, int keeper, int kernel, double ratio) {
        for (int second = 0; second < next.length; second++) {
            for (int i = 0; i < next[second][kernel].length; i++) {
                merged[second][keeper][i] += (float) (ratio * next[second][kernel][i]);
            }
        }
    }

    static double cosine(float[] a, float[] b) {
        double dot = 0;
        for (int i = 0; i < a.length; i++) {
            dot += (double) a[i] * b[i];
        }
        return dot / (length(a) * length(b));
    }

    private static double length(float[] kernel) {
        double sum = 0;
        for (float weight : kernel) {
            sum += (double) weight * weight;
        }
        return Math.sqrt(sum);
    }
}
