package io.timbre.signal;

/** Takes one channel of sound in blocks, in the order of time. */
@FunctionalInterface
public interface SampleSink {
    /**
     * Begins a track. What was taken before, of a track that could not be finished, is void.
     *
     * @param expectedSamples how many there will be if the file is right, which it need not be; 0 if it does not say
     */
    default void begin(long expectedSamples) {}

    /**
     * Takes the next samples.
     *
     * @param samples holds them; whoever calls may write to it once this returns
     * @param start index of the first
     * @param count how many there are
     */
    void accept(float[] samples, int start, int count);
}
