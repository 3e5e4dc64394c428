package io.timbre.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.timbre.schemas.avro.ElementType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class SegmentValuesTest {
    @Test
    void decibelsSurviveHalfPrecisionToAThirtySecondOfADecibel() {
        var decibels = new float[] {-100, -99.97f, -63.21f, -0.013f, 0, 12.345f, 71.9f};

        var read = SegmentValues.read(SegmentValues.toFloat16(decibels), ElementType.FLOAT16, decibels.length);

        for (int i = 0; i < decibels.length; i++) {
            assertThat(read[i]).isEqualTo(decibels[i], within(1 / 32f));
        }
    }

    /** 1.0 is 0x3c00 in half precision; the low byte comes first. */
    @Test
    void halfPrecisionIsWrittenLittleEndian() {
        assertThat(SegmentValues.toFloat16(new float[] {1}).array()).containsExactly(0x00, 0x3c);
    }

    @Test
    void singlePrecisionIsReadToo() {
        var bytes = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(-63.21f)
                .flip();

        assertThat(SegmentValues.read(bytes, ElementType.FLOAT32, 1)).containsExactly(-63.21f);
    }

    @Test
    void anArrayOfAnotherLengthIsMalformed() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> SegmentValues.read(ByteBuffer.allocate(6), ElementType.FLOAT16, 4))
                .withMessageContaining("has 8 bytes: had 6")
                .extracting(RejectedException::reason)
                .isEqualTo(Reason.MALFORMED_RECORD);
    }

    @Test
    void elementsThatAreNotNumbersAreRejected() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() ->
                        SegmentValues.read(SegmentValues.toFloat16(new float[] {1, Float.NaN}), ElementType.FLOAT16, 2))
                .extracting(RejectedException::reason)
                .isEqualTo(Reason.NOT_FINITE);
    }
}
