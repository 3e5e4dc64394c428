package io.timbre.signal.codec;

import io.timbre.signal.SampleSink;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Samples on their way through a pipe to another process of this machine, in blocks. */
final class SamplePipe implements SampleSink {
    static final int BEGIN = 1;
    static final int SAMPLES = 2;

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
        try {
            out.writeByte(BEGIN);
            out.writeLong(expectedSamples);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void accept(float[] samples, int start, int count) {
        try {
            for (int sent = 0; sent < count; sent += BLOCK_SAMPLES) {
                int length = Math.min(BLOCK_SAMPLES, count - sent);
                floats.put(0, samples, start + sent, length);
                out.writeByte(SAMPLES);
                out.writeInt(length);
                out.write(block, 0, length * Float.BYTES);
            }
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
