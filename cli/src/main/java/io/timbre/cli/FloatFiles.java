package io.timbre.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Arrays on disk as little-endian 32-bit floats, {@code "<f4"} to NumPy. */
final class FloatFiles {
    private FloatFiles() {}

    static Path write(Path file, float[] values) throws IOException {
        var bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return Files.write(file, bytes.array());
    }

    static float[] read(Path file) throws IOException {
        return of(Files.readAllBytes(file));
    }

    static float[] of(byte[] bytes) {
        var values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }
}
