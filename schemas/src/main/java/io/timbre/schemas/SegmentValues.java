package io.timbre.schemas;

import io.timbre.schemas.avro.ElementType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The arrays inside feature records: IEEE 754 elements, little-endian, row-major. */
public final class SegmentValues {
    private SegmentValues() {}

    /**
     * As half precision, 2 bytes an element: 11 bits of precision, for decibels below 128 an error of at most 1/32 dB.
     *
     * @param values finite, of magnitude below 65,520
     */
    public static ByteBuffer toFloat16(float[] values) {
        var bytes = ByteBuffer.allocate(values.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putShort(Float.floatToFloat16(value));
        }
        return bytes.flip();
    }

    /**
     * The array as floats.
     *
     * @throws RejectedException if there are not {@code elements} finite elements
     */
    public static float[] read(ByteBuffer bytes, ElementType type, int elements) {
        var source = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        int elementBytes = type == ElementType.FLOAT16 ? Short.BYTES : Float.BYTES;
        if (source.remaining() != elements * elementBytes) {
            throw new RejectedException(
                    Reason.MALFORMED_RECORD,
                    "a segment of " + elements + " " + type + " elements has " + elements * elementBytes
                            + " bytes: had " + source.remaining());
        }
        var values = new float[elements];
        for (int i = 0; i < elements; i++) {
            values[i] = type == ElementType.FLOAT16 ? Float.float16ToFloat(source.getShort()) : source.getFloat();
            if (!Float.isFinite(values[i])) {
                throw new RejectedException(Reason.NOT_FINITE, "element " + i + " of a segment is " + values[i]);
            }
        }
        return values;
    }
}
