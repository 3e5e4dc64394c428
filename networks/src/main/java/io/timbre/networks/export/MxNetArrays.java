package io.timbre.networks.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Named arrays as the bytes of MXNet's {@code NDArray::Save}: little-endian, all arrays, then all names.
 *
 * @see "apache/mxnet 1.9.1, src/ndarray/ndarray.cc"
 */
final class MxNetArrays {

    private static final long FILE_MAGIC = 0x112;
    private static final int ARRAY_MAGIC = 0xF993FAC9;
    private static final int DENSE = 0;
    private static final int CPU = 1;
    private static final int DEVICE = 0;
    private static final int FLOAT32 = 0;

    private MxNetArrays() {}

    static byte[] write(Map<String, Weight> arrays) {
        var buffer = ByteBuffer.allocate(size(arrays)).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(FILE_MAGIC).putLong(0).putLong(arrays.size());
        arrays.values().forEach(array -> put(buffer, array));
        buffer.putLong(arrays.size());
        for (var name : arrays.keySet()) {
            var bytes = name.getBytes(StandardCharsets.US_ASCII);
            buffer.putLong(bytes.length).put(bytes);
        }
        return buffer.array();
    }

    private static void put(ByteBuffer buffer, Weight array) {
        var shape = array.shape();
        buffer.putInt(ARRAY_MAGIC).putInt(DENSE).putInt(shape.dimension());
        for (long length : shape.getShape()) {
            buffer.putLong(length);
        }
        buffer.putInt(CPU).putInt(DEVICE).putInt(FLOAT32);
        for (float value : array.values()) {
            buffer.putFloat(value);
        }
    }

    private static int size(Map<String, Weight> arrays) {
        int size = 4 * Long.BYTES;
        for (var array : arrays.entrySet()) {
            var shape = array.getValue().shape();
            size += 6 * Integer.BYTES + shape.dimension() * Long.BYTES + (int) shape.size() * Float.BYTES;
            size += Long.BYTES + array.getKey().length();
        }
        return size;
    }
}
