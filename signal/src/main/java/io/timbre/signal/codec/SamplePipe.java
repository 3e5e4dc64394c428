package io.timbre.signal.codec;

import io.timbre.signal.SampleSink;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Samples on their way through a pipe to another process of this machine, in blocks as large as the pipe: each wakes
 * the reader, which costs more than the copying.
 */
final class SamplePipe implements SampleSink {
    static final int BEGIN = 1;
    static final int SAMPLES = 2;

    /** Room for a block and what stands before it. */
    static final int BUFFER_BYTES = 1 << 17;

    private static final int BLOCK_SAMPLES = 1 << 14;

    private final byte[] block = new byte[BLOCK_SAMPLES * Float.BYTES];
    private final FloatBuffer floats =
            ByteBuffer.wrap(block).order(ByteOrder.nativeOrder()).asFloatBuffer();
    private final DataOutputStream out;

    SamplePipe(DataOutputStream out) {
        this.out = out;
    }

    @Override
    public void begin(long expectedSamples) {
        floats.clear();
        try {
            out.writeByte(BEGIN);
            out.writeLong(expectedSamples);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void accept(float[] samples, int start, int count) {
        for (int taken = 0; taken < count; ) {
            int length = Math.min(floats.remaining(), count - taken);
            floats.put(samples, start + taken, length);
            taken += length;
            if (!floats.hasRemaining()) {
                flush();
            }
        }
    }

    /** Sends what has not filled a block yet. */
    void flush() {
        try {
            out.writeByte(SAMPLES);
            out.writeInt(floats.position());
            out.write(block, 0, floats.position() * Float.BYTES);
            out.flush();
            floats.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Lets samples out at the other end, into a sink, until something else comes.
     *
     * @return what comes then, its first byte
     * @throws IOException if nothing comes
     */
    static int drain(DataInputStream in, SampleSink sink) throws IOException {
        byte[] block = new byte[BLOCK_SAMPLES * Float.BYTES];
        FloatBuffer floats =
                ByteBuffer.wrap(block).order(ByteOrder.nativeOrder()).asFloatBuffer();
        float[] samples = new float[BLOCK_SAMPLES];
        while (true) {
            int kind = in.readUnsignedByte();
            if (kind == BEGIN) {
                sink.begin(in.readLong());
            } else if (kind == SAMPLES) {
                int length = in.readInt();
                in.readFully(block, 0, length * Float.BYTES);
                floats.get(0, samples, 0, length);
                sink.accept(samples, 0, length);
            } else {
                return kind;
            }
        }
    }
}
