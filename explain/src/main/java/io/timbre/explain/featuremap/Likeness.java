package io.timbre.explain.featuremap;

import java.util.Arrays;

/** How alike the features of a layer are, gathered from what they make of input after input. */
final class Likeness {

    private final int features;
    private final double[] sums;
    private final double[][] products;
    private long cells;

    Likeness(int features) {
        this.features = features;
        this.sums = new double[features];
        this.products = new double[features][features];
    }

    /** @param maps {@code (features, cells)}, row-major */
    void add(float[] maps) {
        int width = maps.length / features;
        cells += width;
        for (int a = 0; a < features; a++) {
            for (int b = a; b < features; b++) {
                products[a][b] += product(maps, a * width, b * width, width);
            }
            for (int cell = 0; cell < width; cell++) {
                sums[a] += maps[a * width + cell];
            }
        }
    }

    private static double product(float[] maps, int a, int b, int width) {
        double sum = 0;
        for (int cell = 0; cell < width; cell++) {
            sum += maps[a + cell] * maps[b + cell];
        }
        return sum;
    }

    /** Pearson's correlation of two features; 0 if one of them never changes. */
    double correlation(int a, int b) {
        double scale = Math.sqrt(covariance(a, a) * covariance(b, b));
        return scale > 0 ? covariance(Math.min(a, b), Math.max(a, b)) / scale : 0;
    }

    private double covariance(int a, int b) {
        return products[a][b] - sums[a] * sums[b] / cells;
    }

    /** Whether a feature was zero everywhere. */
    boolean isSilent(int feature) {
        return products[feature][feature] == 0;
    }

    /**
     * The cosine of the angle between two kernels; not their correlation, as a constant that is added to a kernel makes
     * it another one. 0 if one of them is nothing but zeros.
     */
    static double cosine(float[] kernels, int kernel, int a, int b) {
        var first = Arrays.copyOfRange(kernels, a * kernel, (a + 1) * kernel);
        var second = Arrays.copyOfRange(kernels, b * kernel, (b + 1) * kernel);
        double scale = Math.sqrt(product(first, 0, 0, kernel) * product(second, 0, 0, kernel));
        double product = 0;
        for (int i = 0; i < kernel; i++) {
            product += first[i] * second[i];
        }
        return scale > 0 ? product / scale : 0;
    }
}
