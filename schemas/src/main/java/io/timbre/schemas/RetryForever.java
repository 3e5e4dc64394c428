package io.timbre.schemas;

import java.time.Duration;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The world is unwell (broker, registry, store): start the stream thread anew after a pause, from the last committed
 * offset. Nothing is dropped, however long it takes.
 */
public final class RetryForever implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RetryForever.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Override
    public StreamThreadExceptionResponse handle(Throwable failure) {
        LOG.warn("stream thread failed, starts again in {}", PAUSE, failure);
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
