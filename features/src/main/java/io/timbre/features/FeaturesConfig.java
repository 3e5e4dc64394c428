package io.timbre.features;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings under {@code timbre.features}. */
@ConfigMapping(prefix = "timbre.features")
public interface FeaturesConfig {
    /** Longest recording that is taken; it bounds the time that one takes. Memory does not grow with it. */
    @WithDefault("20M")
    Duration maxDuration();

    /**
     * Longest time that decoding one recording may take, against files made to keep a parser busy. Two tasks a thread
     * must end within the transaction's time-out.
     */
    @WithDefault("30S")
    Duration maxDecodeTime();

    /** Where files are decoded that strangers send. */
    enum DecoderPlace {
        /** Here: a file that crashes FFmpeg takes the service down. */
        IN_PROCESS,
        /** In a process for each stream thread, with bounds on memory and time. */
        CHILD_PROCESS
    }

    @WithDefault("child-process")
    DecoderPlace decoder();

    /** Most memory of one child process, heap and native together. */
    @WithDefault("512")
    int decoderMemoryMib();
}
