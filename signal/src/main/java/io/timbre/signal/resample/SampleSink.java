package io.timbre.signal.resample;

/** Takes one channel of sound in blocks, in the order of time. */
@FunctionalInterface
public interface SampleSink {
    /**
     * Takes the next samples.
     *
     * @param samples holds them; whoever calls may write to it once this returns
     * @param start index of the first
     * @param count how many there are
     */
    void accept(float[] samples, int start, int count);
}
