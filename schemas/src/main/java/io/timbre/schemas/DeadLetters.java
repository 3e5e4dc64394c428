package io.timbre.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.timbre.schemas.DeadLetter.Origin;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.InvalidNumberEncodingException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Decides what becomes of a record that failed: one that can never work goes to {@code <service>-dead-letters} with
 * its original bytes and headers, and the stream goes on; anything else (registry away, store away, a bug) fails the
 * task, so that the record is tried again and nothing is lost.
 *
 * <p>Kafka Streams makes the handler; name it under {@code deserialization.exception.handler} and {@code
 * processing.exception.handler}, and the service under {@value #SERVICE}. The dead letter is part of the same
 * transaction as the offset that skips its original.
 */
public final class DeadLetters implements DeserializationExceptionHandler, ProcessingExceptionHandler {
    /** Streams setting that names the service, the first half of its dead-letter topic. */
    public static final String SERVICE = "timbre.service";

    /** Confluent's code for an id that no schema has. */
    private static final int NO_SUCH_SCHEMA = 40403;

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private String service = "";

    @Override
    public void configure(Map<String, ?> settings) {
        var name = settings.get(SERVICE);
        if (name == null) {
            throw new IllegalArgumentException(SERVICE + " must name the service whose dead letters these are");
        }
        service = name.toString();
        // A counter that begins with its first event has no increase that an alert could see.
        for (var reason : Reason.values()) {
            rejected(reason);
        }
    }

    private static Counter rejected(Reason reason) {
        return Counter.builder("timbre.records.rejected")
                .description("Records that can never work, now among the dead letters.")
                .tag("reason", reason.code())
                .register(Metrics.globalRegistry);
    }

    @Override
    public DeserializationExceptionHandler.Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> original, Exception failure) {
        if (worldIsUnwell(failure)) {
            return DeserializationExceptionHandler.Response.fail();
        }
        var detail = causes(failure)
                .map(String::valueOf)
                .reduce((outer, inner) -> inner)
                .orElseThrow();
        return DeserializationExceptionHandler.Response.resume(List.of(deadLetter(
                new RejectedException(Reason.MALFORMED_RECORD, detail),
                context,
                original.key(),
                original.value(),
                original.headers())));
    }

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context, Record<?, ?> input, Exception failure) {
        if (!(failure instanceof RejectedException rejected)) {
            return ProcessingExceptionHandler.Response.fail();
        }
        return ProcessingExceptionHandler.Response.resume(List.of(
                deadLetter(rejected, context, context.sourceRawKey(), context.sourceRawValue(), context.headers())));
    }

    private ProducerRecord<byte[], byte[]> deadLetter(
            RejectedException rejected,
            ErrorHandlerContext context,
            byte @Nullable [] key,
            byte @Nullable [] value,
            Headers headers) {
        var origin = new Origin(context.topic(), context.partition(), context.offset());
        logUnderTrackId(
                key,
                () -> LOG.warn("rejected {}: {} ({})", origin, rejected.reason().code(), rejected.detail()));
        rejected(rejected.reason()).increment();
        var rejection = DeadLetter.rejection(service, rejected.reason(), rejected.detail());
        return DeadLetter.of(rejection, origin, key, value, headers);
    }

    private static void logUnderTrackId(byte @Nullable [] key, Runnable log) {
        MDC.put("track_id", key == null ? "" : new String(key, UTF_8));
        try {
            log.run();
        } finally {
            MDC.remove("track_id");
        }
    }

    /**
     * Whether the bytes are not to blame: a broker or registry that cannot be reached, or answers as it should not. Of
     * the registry's answers only "no such schema" blames the record; of the exceptions of reading, those of Avro's
     * decoder do.
     */
    static boolean worldIsUnwell(Exception failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof RetriableException
                        || (cause instanceof RestClientException answer && answer.getErrorCode() != NO_SUCH_SCHEMA)
                        || (cause instanceof IOException
                                && !(cause instanceof EOFException)
                                && !(cause instanceof InvalidNumberEncodingException)));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
