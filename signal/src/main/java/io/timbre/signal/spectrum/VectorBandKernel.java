package io.timbre.signal.spectrum;

import static io.timbre.signal.spectrum.Lanes.broadcast;
import static io.timbre.signal.spectrum.Lanes.load;
import static io.timbre.signal.spectrum.Lanes.store;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** As many values or frames at once as a vector has lanes. */
final class VectorBandKernel implements BandKernel {
    private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, Lanes.SPECIES.vectorShape());
    private static final int MANTISSA_BITS = 23;
    private static final int BITS_OF_ROOT_HALF = Float.floatToRawIntBits((float) Math.sqrt(0.5));
    private static final float DB_PER_OCTAVE = (float) (10 * Math.log10(2));
    private static final float DB_PER_E = (float) (10 / Math.log(10));

    @Override
    public void decibels(float[] powers, float minPower, float referenceDb, float floorDb, float[] output) {
        for (int i = 0; i < powers.length; i += Lanes.COUNT) {
            int live = Math.min(Lanes.COUNT, powers.length - i);
            FloatVector power = load(powers, i, live).max(minPower);
            store(decibels(power).sub(referenceDb).max(floorDb), output, i, live);
        }
    }

    /**
     * {@code 10 log10(x)} to 8e-6 dB: x is {@code 2^octave (1 + z)} with 1 + z from sqrt(1/2) to sqrt(2), where the
     * polynomial of Cephes' {@code logf} serves.
     *
     * @see "S. Moshier, Cephes Mathematical Library, 1992"
     */
    private static FloatVector decibels(FloatVector x) {
        IntVector bits = x.viewAsIntegralLanes().reinterpretAsInts();
        IntVector octave = bits.sub(BITS_OF_ROOT_HALF).lanewise(VectorOperators.ASHR, MANTISSA_BITS);
        FloatVector z = bits.sub(octave.lanewise(VectorOperators.LSHL, MANTISSA_BITS))
                .reinterpretAsFloats()
                .sub(1);
        FloatVector square = z.mul(z);
        FloatVector logarithm = cubicAndOn(z).mul(z).sub(0.5f).mul(square).add(z);
        FloatVector octaves = (FloatVector) octave.convertShape(VectorOperators.I2F, Lanes.SPECIES, 0);
        return octaves.mul(DB_PER_OCTAVE).add(logarithm.mul(DB_PER_E));
    }

    /** {@code (ln(1 + z) - z + z^2 / 2) / z^3}. */
    private static FloatVector cubicAndOn(FloatVector z) {
        return z.mul(7.0376836292e-2f)
                .sub(1.1514610310e-1f)
                .mul(z)
                .add(1.1676998740e-1f)
                .mul(z)
                .sub(1.2420140846e-1f)
                .mul(z)
                .add(1.4249322787e-1f)
                .mul(z)
                .sub(1.6668057665e-1f)
                .mul(z)
                .add(2.0000714765e-1f)
                .mul(z)
                .sub(2.4999993993e-1f)
                .mul(z)
                .add(3.3333331174e-1f);
    }

    @Override
    public void multiply(float[] matrix, Spectrogram input, Spectrogram output) {
        for (int frame = 0; frame < input.frames(); frame += Lanes.COUNT) {
            int live = Math.min(Lanes.COUNT, input.frames() - frame);
            int row = 0;
            for (; row + 4 <= output.bands(); row += 4) {
                multiplyFourRows(matrix, row, input, output, frame, live);
            }
            for (; row < output.bands(); row++) {
                multiplyRow(matrix, row, input, output, frame, live);
            }
        }
    }

    /** Four at once load every value of the input once, and do not wait for one another's sums. */
    private static void multiplyFourRows(
            float[] matrix, int row, Spectrogram input, Spectrogram output, int frame, int live) {
        int bands = input.bands();
        int cell = row * bands;
        FloatVector first = broadcast(0);
        FloatVector second = broadcast(0);
        FloatVector third = broadcast(0);
        FloatVector fourth = broadcast(0);
        for (int band = 0; band < bands; band++) {
            FloatVector values = load(input.values(), band * input.frames() + frame, live);
            first = values.mul(matrix[cell + band]).add(first);
            second = values.mul(matrix[cell + bands + band]).add(second);
            third = values.mul(matrix[cell + 2 * bands + band]).add(third);
            fourth = values.mul(matrix[cell + 3 * bands + band]).add(fourth);
        }
        int at = row * output.frames() + frame;
        store(first, output.values(), at, live);
        store(second, output.values(), at + output.frames(), live);
        store(third, output.values(), at + 2 * output.frames(), live);
        store(fourth, output.values(), at + 3 * output.frames(), live);
    }

    private static void multiplyRow(
            float[] matrix, int row, Spectrogram input, Spectrogram output, int frame, int live) {
        FloatVector sum = broadcast(0);
        for (int band = 0; band < input.bands(); band++) {
            FloatVector values = load(input.values(), band * input.frames() + frame, live);
            sum = values.mul(matrix[row * input.bands() + band]).add(sum);
        }
        store(sum, output.values(), row * output.frames() + frame, live);
    }
}
