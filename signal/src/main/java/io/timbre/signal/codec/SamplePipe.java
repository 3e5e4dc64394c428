package io.timbre.signal.codec;

import io.timbre.signal.SampleSink;
import io.timbre.signal.codec.UndecodableException.Fault;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;

/**
 * Samples on their way to another process of this machine, through {@link SharedSamples}. A pipe tells how many there
 * are whenever those are full, and at the end: what is woken seldom wakes cheaply.
 */
final class SamplePipe implements SampleSink {
    static final int BEGIN = 1;
    static final int SAMPLES = 2;
    /** The answer to {@link #SAMPLES}. */
    static final int TAKEN = 6;

    private final SharedSamples shared;
    private final DataOutputStream out;
    private final Semaphore room = new Semaphore(0);
    private boolean sent;

    SamplePipe(SharedSamples shared, DataOutputStream out) {
        this.shared = shared;
        this.out = out;
    }

    @Override
    public void begin(long expectedSamples) {
        awaitRoom();
        shared.clear();
        try {
            out.writeByte(BEGIN);
            out.writeLong(expectedSamples);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void accept(float[] samples, int start, int count) {
        awaitRoom();
        for (int put = 0; put < count; ) {
            if (shared.isFull()) {
                send();
                awaitRoom();
            }
            put += shared.put(samples, start + put, count - put);
        }
    }

    private void awaitRoom() {
        if (sent) {
            room.acquireUninterruptibly();
            shared.clear();
            sent = false;
        }
    }

    /** Says how many samples are there. */
    void send() {
        awaitRoom();
        try {
            out.writeByte(SAMPLES);
            out.writeInt(shared.size());
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sent = true;
    }

    /** The other end has {@link #TAKEN} what was sent. */
    void taken() {
        room.release();
    }

    /**
     * Lets samples out at the other end, into a sink, until something else comes.
     *
     * @param back learns when they are {@link #TAKEN}
     * @param most so many samples may come; the other end should have stopped before
     * @return what comes then, its first byte
     * @throws IOException if nothing comes, or what cannot be
     * @throws UndecodableException if more than the most come
     */
    static int drain(SharedSamples shared, DataInputStream in, DataOutputStream back, SampleSink sink, long most)
            throws IOException, UndecodableException {
        long given = 0;
        while (true) {
            int kind = in.readUnsignedByte();
            if (kind == BEGIN) {
                sink.begin(Math.max(0, in.readLong()));
            } else if (kind == SAMPLES) {
                int count = in.readInt();
                given += count;
                if (given > most) {
                    throw new UndecodableException(Fault.TOO_LONG, "longer than it may be");
                }
                shared.giveTo(sink, count);
                back.writeByte(TAKEN);
                back.flush();
            } else {
                return kind;
            }
        }
    }
}
