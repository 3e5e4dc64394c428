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
}
