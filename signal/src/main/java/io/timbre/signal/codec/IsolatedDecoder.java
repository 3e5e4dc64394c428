package io.timbre.signal.codec;

import io.timbre.signal.SampleSink;
import io.timbre.signal.codec.DecoderProcess.EndedException;
import io.timbre.signal.codec.UndecodableException.Fault;
import io.timbre.signal.resample.Resampler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Decodes as {@link AudioDecoder} does, but in processes of its own, which a hostile file may crash, hang or fill
 * without harm to this one: for files that strangers send.
 *
 * <p>As many processes as threads decode at once, each started when it is first needed (half a second) and kept for
 * the next file. One that ends or is late is replaced. A file gets a second, fresh process before it is blamed, as what
 * ended the first may not have been its fault; its track then begins anew. The system bounds memory; a process that
 * outlives {@link DecodeLimits#maxWallTime()} by {@value #GRACE_SECONDS} s is killed.
 */
public final class IsolatedDecoder implements Decoder, AutoCloseable {
    private static final int MIN_MEMORY_MIB = 256;
    static final int GRACE_SECONDS = 2;

    private final Class<?> main;
    private final DecodeLimits limits;
    private final int memoryMib;
    private final ConcurrentLinkedDeque<DecoderProcess> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    /** @param memoryMib most memory of one process, in MiB, at least 256; half of it is for its heap */
    public IsolatedDecoder(DecodeLimits limits, int memoryMib) {
        this(DecoderMain.class, limits, memoryMib);
    }

    IsolatedDecoder(Class<?> main, DecodeLimits limits, int memoryMib) {
        if (memoryMib < MIN_MEMORY_MIB) {
            throw new IllegalArgumentException("memoryMib must be >= " + MIN_MEMORY_MIB + ": was " + memoryMib);
        }
        this.main = main;
        this.limits = limits;
        this.memoryMib = memoryMib;
    }

    @Override
    public DecodedTrack decode(Path file, int sampleRateHz, SampleSink sink) throws IOException, UndecodableException {
        Resampler.requireRate("sampleRateHz", sampleRateHz);
        try {
            DecoderProcess used = idle.poll();
            return ask(used == null ? start() : used, file, sampleRateHz, sink);
        } catch (EndedException notTheFilesFaultPerhaps) {
            return askAFreshOne(file, sampleRateHz, sink);
        }
    }

    private DecodedTrack askAFreshOne(Path file, int sampleRateHz, SampleSink sink)
            throws IOException, UndecodableException {
        try {
            return ask(start(), file, sampleRateHz, sink);
        } catch (EndedException e) {
            throw new UndecodableException(Fault.UNDECODABLE, String.valueOf(e.getMessage()));
        }
    }

    private DecoderProcess start() throws IOException {
        return DecoderProcess.start(main, limits, memoryMib);
    }

    private DecodedTrack ask(DecoderProcess process, Path file, int sampleRateHz, SampleSink sink)
            throws IOException, UndecodableException, EndedException {
        Reply reply;
        try {
            process.awaitReady();
            reply = process.ask(file, sampleRateHz, sink);
        } catch (Throwable e) {
            process.close();
            throw e;
        }
        release(process);
        return reply.orThrow();
    }

    private void release(DecoderProcess process) {
        idle.push(process);
        if (closed) {
            close();
        }
    }

    /** Ends the processes that wait; one that works ends with its file. */
    @Override
    public void close() {
        closed = true;
        for (DecoderProcess process = idle.poll(); process != null; process = idle.poll()) {
            process.close();
        }
    }
}
