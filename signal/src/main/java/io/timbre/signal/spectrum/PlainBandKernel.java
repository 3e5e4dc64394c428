package io.timbre.signal.spectrum;

import java.util.Arrays;

/** Loops that any JVM runs, and the JIT mostly vectorises by itself. */
final class PlainBandKernel implements BandKernel {
    @Override
    public void decibels(float[] powers, float minPower, float referenceDb, float floorDb, float[] output) {
        for (int i = 0; i < powers.length; i++) {
            double db = 10 * Math.log10(Math.max(minPower, powers[i]));
            output[i] = (float) Math.max(floorDb, db - referenceDb);
        }
    }

    @Override
    public void multiply(float[] matrix, Spectrogram input, Spectrogram output) {
        float[] sum = new float[output.frames()];
        for (int row = 0; row < output.bands(); row++) {
            Arrays.fill(sum, 0);
            for (int band = 0; band < input.bands(); band++) {
                addScaled(matrix[row * input.bands() + band], input.values(), band * input.frames(), sum);
            }
            System.arraycopy(sum, 0, output.values(), row * output.frames(), sum.length);
        }
    }

    private static void addScaled(float factor, float[] from, int first, float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * from[first + i];
        }
    }
}
