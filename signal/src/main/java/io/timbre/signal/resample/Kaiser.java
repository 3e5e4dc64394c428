package io.timbre.signal.resample;

/**
 * Low-pass filters as a sine cardinal under a Kaiser window.
 *
 * <p>Agrees with {@code cutoff * sinc(cutoff * t) * kaiser(t)} of NumPy.
 *
 * @param cutoff where the amplitude is halved, relative to the Nyquist frequency of the time unit
 * @param beta shape of the window: higher for less ripple and a wider transition
 * @param halfLength time from the middle to where the window ends
 * @see "J. F. Kaiser, Nonrecursive digital filter design using the I0-sinh window function, ISCAS 1974"
 */
record Kaiser(double cutoff, double beta, double halfLength) {

    /** The impulse response so long after its middle. */
    double at(double time) {
        double position = time / halfLength;
        if (Math.abs(position) > 1) {
            return 0;
        }
        double window = besselI0(beta * Math.sqrt(1 - position * position)) / besselI0(beta);
        return cutoff * sinc(cutoff * time) * window;
    }

    /** The same filter where a time unit is so many times as long. */
    Kaiser stretched(double factor) {
        return new Kaiser(cutoff / factor, beta, halfLength * factor);
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    /** Modified Bessel function of the first kind and order zero, by its power series. */
    private static double besselI0(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > sum * 1e-17; k++) {
            term *= x * x / (4.0 * k * k);
            sum += term;
        }
        return sum;
    }
}
