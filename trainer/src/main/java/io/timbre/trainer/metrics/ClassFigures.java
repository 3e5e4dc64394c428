package io.timbre.trainer.metrics;

/**
 * How one class out of many was recognised. A ratio of nothing to nothing is 0.
 *
 * @param precision share of what was taken for the class that is of it
 * @param recall share of the class that was taken for it
 * @param f1 harmonic mean of the two
 * @param support examples of the class
 * @param prior share of the examples that are of the class: the precision of saying so always
 */
public record ClassFigures(String name, double precision, double recall, double f1, int support, double prior) {

    static ClassFigures of(String name, int label, int[][] confusion) {
        int right = confusion[label][label];
        int support = 0;
        int taken = 0;
        int all = 0;
        for (int i = 0; i < confusion.length; i++) {
            support += confusion[label][i];
            taken += confusion[i][label];
            for (int count : confusion[i]) {
                all += count;
            }
        }
        return new ClassFigures(
                name,
                ratio(right, taken),
                ratio(right, support),
                ratio(2 * right, support + taken),
                support,
                ratio(support, all));
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
