package io.timbre.trainer.fit;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.SegmentNormalisation;
import io.timbre.networks.table.Standardisation;
import java.util.Arrays;
import java.util.List;

/**
 * Mean and deviation of each band over some inputs, as a {@link Standardisation} takes them.
 *
 * @param means one a band, in the unit of the inputs
 * @param deviations one a band, > 0; 1 for a band that never moves, which would otherwise be divided by nothing
 */
@SuppressWarnings("ArrayRecordComponent") // handed on and never compared
public record BandStatistics(float[] means, float[] deviations) {

    /** A deviation that is smaller beside the mean is rounding. */
    private static final double LEAST_SHARE_OF_MEAN = 1e-6;

    /**
     * Measures inputs.
     *
     * @param inputs at least one, row-major
     * @param shape of each, without the batch
     */
    public static BandStatistics of(List<float[]> inputs, Shape shape) {
        int axis = Standardisation.bandAxis(shape);
        int bands = (int) shape.get(axis);
        int cells = (int) shape.slice(axis + 1).size();
        double count = (double) inputs.size() * shape.size() / bands;
        var means = new double[bands];
        inputs.forEach(input -> addValues(input, cells, means));
        Arrays.setAll(means, band -> means[band] / count);
        var squares = new double[bands];
        inputs.forEach(input -> addSquares(input, cells, means, squares));
        return new BandStatistics(narrow(means), deviations(means, squares, count));
    }

    /** Measures what comes to a network's standardisation of inputs, which are normalised before where it does so. */
    public static BandStatistics of(List<float[]> inputs, Network network) {
        var measured = network.normalisesSegments()
                ? inputs.stream().map(SegmentNormalisation::of).toList()
                : inputs;
        return of(measured, network.inputShape());
    }

    private static void addValues(float[] input, int cells, double[] sums) {
        for (int i = 0; i < input.length; i++) {
            sums[i / cells % sums.length] += input[i];
        }
    }

    private static void addSquares(float[] input, int cells, double[] means, double[] sums) {
        for (int i = 0; i < input.length; i++) {
            int band = i / cells % sums.length;
            double distance = input[i] - means[band];
            sums[band] += distance * distance;
        }
    }

    private static float[] deviations(double[] means, double[] squares, double count) {
        var deviations = new float[means.length];
        for (int band = 0; band < deviations.length; band++) {
            double deviation = Math.sqrt(squares[band] / count);
            deviations[band] = deviation > LEAST_SHARE_OF_MEAN * Math.abs(means[band]) ? (float) deviation : 1;
        }
        return deviations;
    }

    private static float[] narrow(double[] values) {
        var narrow = new float[values.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) values[i];
        }
        return narrow;
    }
}
