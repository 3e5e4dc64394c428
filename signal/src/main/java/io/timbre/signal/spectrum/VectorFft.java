package io.timbre.signal.spectrum;

import static io.timbre.signal.spectrum.Lanes.broadcast;
import static io.timbre.signal.spectrum.Lanes.load;

import jdk.incubator.vector.FloatVector;

/**
 * Fourier transforms of as many real frames at once as a vector has lanes, one lane a frame, so that no butterfly ever
 * crosses lanes and a frame's numbers depend neither on its neighbours nor on the width of the vectors.
 *
 * <p>Frames of {@code 2 N} real samples are taken as N complex values, even samples being the real parts: those are
 * transformed in place, by radix-4 butterflies with decimation in frequency, and then untangled into the spectrum of
 * the real signal. Value k lies at {@code work[2 k LANES]} (real parts of all lanes) and {@code work[(2 k + 1) LANES]}
 * (imaginary parts). The results stay where the butterflies leave them; {@link #position} tells where.
 */
final class VectorFft {
    private static final int LANES = Lanes.COUNT;
    /** Floats of one complex value of all lanes. */
    private static final int STRIDE = 2 * LANES;

    /** So many complex values of 16 lanes are 32 KiB: transformed to the end before the next, they stay in L1. */
    private static final int VALUES_IN_L1 = 256;

    private final int values;
    /** For each butterfly of a pass the twiddles of its second, third and fourth output: passes from long to short. */
    private final float[] cosines;

    private final float[] sines;
    private final float[] untanglingCosines;
    private final float[] untanglingSines;
    private final int[] positions;

    /** @param fftSize real samples a frame, a power of two */
    VectorFft(int fftSize) {
        values = fftSize / 2;
        cosines = new float[values];
        sines = new float[cosines.length];
        fillTwiddles();
        untanglingCosines = new float[values / 2 + 1];
        untanglingSines = new float[values / 2 + 1];
        for (int bin = 0; bin <= values / 2; bin++) {
            untanglingCosines[bin] = (float) Math.cos(-2 * Math.PI * bin / fftSize);
            untanglingSines[bin] = (float) Math.sin(-2 * Math.PI * bin / fftSize);
        }
        positions = new int[values + 1];
        for (int bin = 0; bin < values; bin++) {
            positions[bin] = digitReversed(bin) * STRIDE;
        }
        positions[values] = values * STRIDE;
    }

    private void fillTwiddles() {
        for (int length = values; length >= 4; length /= 4) {
            for (int p = 0; p < length / 4; p++) {
                for (int output = 1; output <= 3; output++) {
                    double angle = -2 * Math.PI * p * output / length;
                    int at = firstTwiddle(length) + 3 * p + output - 1;
                    cosines[at] = (float) Math.cos(angle);
                    sines[at] = (float) Math.sin(angle);
                }
            }
        }
    }

    /** Passes over {@code values}, a quarter of that and so on have 3/4 of their length in twiddles: in all, values. */
    private int firstTwiddle(int length) {
        return values - length;
    }

    private int digitReversed(int bin) {
        int digits = bin;
        int position = 0;
        int length = values;
        for (; length >= 4; length /= 4) {
            position += (digits & 3) * (length / 4);
            digits >>= 2;
        }
        return length == 2 ? position + (digits & 1) : position;
    }

    /** Floats to work in: bin {@code fftSize / 2} has a place of its own at the end. */
    int workLength() {
        return (values + 1) * STRIDE;
    }

    /** Where in {@code work} the real parts of a bin lie after {@link #transform}; the imaginary ones follow. */
    int position(int bin) {
        return positions[bin];
    }

    /** From real samples, sample n of all lanes at {@code n LANES}, to twice their spectra. */
    void transform(float[] work) {
        transform(work, 0, values);
        untangle(work);
    }

    private void transform(float[] work, int first, int length) {
        if (length > VALUES_IN_L1) {
            butterflies(work, first, length);
            for (int quarter = 0; quarter < 4; quarter++) {
                transform(work, first + quarter * (length / 4), length / 4);
            }
            return;
        }
        int block = length;
        for (; block > 4; block /= 4) {
            for (int at = first; at < first + length; at += block) {
                butterflies(work, at, block);
            }
        }
        if (block == 4) {
            lastOfFour(work, first, length);
        } else if (block == 2) {
            lastOfTwo(work, first, length);
        }
    }

    /** One pass over {@code length} values: fourier transforms of four, a quarter apart, times the twiddles. */
    private void butterflies(float[] work, int first, int length) {
        int quarter = length / 4 * STRIDE;
        int twiddle = firstTwiddle(length);
        int end = first * STRIDE + quarter;
        for (int a = first * STRIDE; a < end; a += STRIDE, twiddle += 3) {
            int b = a + quarter;
            int c = b + quarter;
            int d = c + quarter;
            FloatVector aReal = load(work, a);
            FloatVector aImaginary = load(work, a + LANES);
            FloatVector bReal = load(work, b);
            FloatVector bImaginary = load(work, b + LANES);
            FloatVector cReal = load(work, c);
            FloatVector cImaginary = load(work, c + LANES);
            FloatVector dReal = load(work, d);
            FloatVector dImaginary = load(work, d + LANES);
            FloatVector acReal = aReal.add(cReal);
            FloatVector acImaginary = aImaginary.add(cImaginary);
            FloatVector bdReal = bReal.add(dReal);
            FloatVector bdImaginary = bImaginary.add(dImaginary);
            acReal.add(bdReal).intoArray(work, a);
            acImaginary.add(bdImaginary).intoArray(work, a + LANES);
            rotateInto(work, c, acReal.sub(bdReal), acImaginary.sub(bdImaginary), twiddle + 1);
            FloatVector caReal = aReal.sub(cReal);
            FloatVector caImaginary = aImaginary.sub(cImaginary);
            FloatVector dbReal = bReal.sub(dReal);
            FloatVector dbImaginary = bImaginary.sub(dImaginary);
            rotateInto(work, b, caReal.add(dbImaginary), caImaginary.sub(dbReal), twiddle);
            rotateInto(work, d, caReal.sub(dbImaginary), caImaginary.add(dbReal), twiddle + 2);
        }
    }

    private void rotateInto(float[] work, int at, FloatVector real, FloatVector imaginary, int twiddle) {
        FloatVector cosine = broadcast(cosines[twiddle]);
        FloatVector sine = broadcast(sines[twiddle]);
        real.mul(cosine).sub(imaginary.mul(sine)).intoArray(work, at);
        real.mul(sine).add(imaginary.mul(cosine)).intoArray(work, at + LANES);
    }

    /** The last pass if its blocks hold four values: all twiddles are 1. */
    private static void lastOfFour(float[] work, int first, int length) {
        int end = (first + length) * STRIDE;
        for (int a = first * STRIDE; a < end; a += 4 * STRIDE) {
            int b = a + STRIDE;
            int c = b + STRIDE;
            int d = c + STRIDE;
            FloatVector aReal = load(work, a);
            FloatVector aImaginary = load(work, a + LANES);
            FloatVector bReal = load(work, b);
            FloatVector bImaginary = load(work, b + LANES);
            FloatVector cReal = load(work, c);
            FloatVector cImaginary = load(work, c + LANES);
            FloatVector dReal = load(work, d);
            FloatVector dImaginary = load(work, d + LANES);
            FloatVector acReal = aReal.add(cReal);
            FloatVector acImaginary = aImaginary.add(cImaginary);
            FloatVector bdReal = bReal.add(dReal);
            FloatVector bdImaginary = bImaginary.add(dImaginary);
            store(acReal.add(bdReal), acImaginary.add(bdImaginary), work, a);
            store(acReal.sub(bdReal), acImaginary.sub(bdImaginary), work, c);
            FloatVector caReal = aReal.sub(cReal);
            FloatVector caImaginary = aImaginary.sub(cImaginary);
            FloatVector dbReal = bReal.sub(dReal);
            FloatVector dbImaginary = bImaginary.sub(dImaginary);
            store(caReal.add(dbImaginary), caImaginary.sub(dbReal), work, b);
            store(caReal.sub(dbImaginary), caImaginary.add(dbReal), work, d);
        }
    }

    /** The last pass if its blocks hold two values. */
    private static void lastOfTwo(float[] work, int first, int length) {
        int end = (first + length) * STRIDE;
        for (int a = first * STRIDE; a < end; a += 2 * STRIDE) {
            int b = a + STRIDE;
            FloatVector aReal = load(work, a);
            FloatVector aImaginary = load(work, a + LANES);
            FloatVector bReal = load(work, b);
            FloatVector bImaginary = load(work, b + LANES);
            store(aReal.add(bReal), aImaginary.add(bImaginary), work, a);
            store(aReal.sub(bReal), aImaginary.sub(bImaginary), work, b);
        }
    }

    /**
     * The spectrum of the even samples is the sum of bin k and the conjugate of its mirror, of the odd samples their
     * difference; the latter, turned by half a bin's phase, joins the former.
     */
    private void untangle(float[] work) {
        untangleEdges(work);
        for (int bin = 1; bin <= values / 2; bin++) {
            int at = positions[bin];
            int mirror = positions[values - bin];
            FloatVector real = load(work, at);
            FloatVector imaginary = load(work, at + LANES);
            FloatVector mirrorReal = load(work, mirror);
            FloatVector mirrorImaginary = load(work, mirror + LANES);
            FloatVector evenReal = real.add(mirrorReal);
            FloatVector evenImaginary = imaginary.sub(mirrorImaginary);
            FloatVector oddReal = imaginary.add(mirrorImaginary);
            FloatVector oddImaginary = mirrorReal.sub(real);
            FloatVector cosine = broadcast(untanglingCosines[bin]);
            FloatVector sine = broadcast(untanglingSines[bin]);
            FloatVector turnedReal = oddReal.mul(cosine).sub(oddImaginary.mul(sine));
            FloatVector turnedImaginary = oddReal.mul(sine).add(oddImaginary.mul(cosine));
            store(evenReal.add(turnedReal), evenImaginary.add(turnedImaginary), work, at);
            store(evenReal.sub(turnedReal), turnedImaginary.sub(evenImaginary), work, mirror);
        }
    }

    /** The first and the last bin are real. */
    private void untangleEdges(float[] work) {
        FloatVector real = load(work, 0);
        FloatVector imaginary = load(work, LANES);
        FloatVector zero = broadcast(0);
        store(real.add(imaginary).mul(2), zero, work, positions[0]);
        store(real.sub(imaginary).mul(2), zero, work, positions[values]);
    }

    private static void store(FloatVector real, FloatVector imaginary, float[] work, int at) {
        real.intoArray(work, at);
        imaginary.intoArray(work, at + LANES);
    }
}
