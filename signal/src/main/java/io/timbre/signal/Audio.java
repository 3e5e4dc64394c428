package io.timbre.signal;

/**
 * One channel of sound.
 *
 * @param samples amplitudes, full scale is -1 to 1; not copied, so whoever holds it must not write to it
 * @param sampleRateHz samples a second, positive
 */
@SuppressWarnings("ArrayRecordComponent") // Two sounds are never compared, and a copy of each would double the memory.
public record Audio(float[] samples, int sampleRateHz) {
    public Audio {
        if (sampleRateHz <= 0) {
            throw new IllegalArgumentException("sampleRateHz must be > 0: was " + sampleRateHz);
        }
    }

    public double durationSeconds() {
        return (double) samples.length / sampleRateHz;
    }
}
