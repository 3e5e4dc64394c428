package io.timbre.explain;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings under {@code timbre.explain}. */
@ConfigMapping(prefix = "timbre.explain")
public interface ExplainConfig {
    /** Folder of the checkpoint whose decisions are explained; the one that ships with Timbre where none is named. */
    Optional<Path> checkpoint();

    /** Longest time that one explanation may take, once it is its turn. */
    @WithDefault("3M")
    Duration timeLimit();

    /** Most explanations that wait for their turn; who asks for more is told to come again. */
    @WithDefault("100")
    int maxWaiting();

    /** Largest question that is taken, in bytes. */
    @WithDefault("16384")
    int maxQuestionBytes();

    /** How long a question may wait for its event to be durable before the client is told to come again. */
    @WithDefault("15S")
    Duration publishTimeout();

    /** Longest recording that is explained; the whole of it is in memory. */
    @WithDefault("10M")
    Duration maxDuration();

    /** Longest time that decoding one recording may take. */
    @WithDefault("30S")
    Duration maxDecodeTime();

    /** Most memory of the process that decodes, heap and native together. */
    @WithDefault("512")
    int decoderMemoryMib();
}
