package io.timbre.signal.codec;

import io.timbre.signal.SampleSink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Room for samples that two processes of this machine see at the same time: a file that both have mapped, in memory
 * where the system has files of memory. Once both have, the file may be deleted.
 */
final class SharedSamples {
    /** 47 s at 22,050 Hz, 4 MiB: most files pass at once. */
    static final int CAPACITY = 1 << 20;

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final int BLOCK_SAMPLES = 1 << 13;

    private final FloatBuffer floats;

    private SharedSamples(FloatBuffer floats) {
        this.floats = floats;
    }

    /** Makes the file. It takes all of its room now: later, a full disk would be a crash. */
    static Path create() throws IOException {
        Path file = Files.createTempFile(folder(), prefix(), ".f32");
        try {
            return Files.write(file, new byte[CAPACITY * Float.BYTES]);
        } catch (IOException e) {
            Files.delete(file);
            throw e;
        }
    }

    /** Where files are made. */
    static Path folder() {
        return Files.isWritable(MEMORY) ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
    }

    /** How the names of this process's files begin. */
    static String prefix() {
        return "timbre-" + ProcessHandle.current().pid() + "-";
    }

    static SharedSamples open(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = channel.map(MapMode.READ_WRITE, 0, CAPACITY * Float.BYTES);
            return new SharedSamples(bytes.order(ByteOrder.nativeOrder()).asFloatBuffer());
        }
    }

    /** Puts samples behind those that are here, as many as there is room for; says how many. */
    int put(float[] samples, int start, int count) {
        int length = Math.min(count, floats.remaining());
        floats.put(samples, start, length);
        return length;
    }

    /** How many were put. */
    int size() {
        return floats.position();
    }

    boolean isFull() {
        return !floats.hasRemaining();
    }

    void clear() {
        floats.clear();
    }

    /**
     * Gives a sink those that the other process has put.
     *
     * @throws IOException if it cannot be so many
     */
    void giveTo(SampleSink sink, int size) throws IOException {
        if (size < 0 || size > CAPACITY) {
            throw new IOException("no more than " + CAPACITY + " samples can be here: " + size);
        }
        float[] block = new float[BLOCK_SAMPLES];
        for (int given = 0; given < size; given += block.length) {
            int count = Math.min(block.length, size - given);
            floats.get(given, block, 0, count);
            sink.accept(block, 0, count);
        }
    }
}
