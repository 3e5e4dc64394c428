package io.timbre.signal.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The pages of an Ogg file.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3533">RFC 3533</a>
 */
final class OggPages {
    private static final int CHECKSUM = 22;
    private static final int SEGMENTS = 26;
    private static final int POLYNOMIAL = 0x04c11db7;

    private OggPages() {}

    /** Writes checksums that are right again: without them a demuxer drops whatever is damaged, unseen. */
    static byte[] resealed(byte[] damaged) {
        byte[] sealed = damaged.clone();
        ByteBuffer bytes = ByteBuffer.wrap(sealed).order(ByteOrder.LITTLE_ENDIAN);
        for (int start : starts(sealed)) {
            int end = Math.min(start + length(sealed, start), sealed.length);
            bytes.putInt(start + CHECKSUM, 0);
            bytes.putInt(start + CHECKSUM, checksum(sealed, start, end));
        }
        return sealed;
    }

    /** Where the pages start. */
    static List<Integer> starts(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        var starts = new ArrayList<Integer>();
        for (int start = text.indexOf("OggS"); start >= 0; start = text.indexOf("OggS", start + 1)) {
            if (start + SEGMENTS < file.length) {
                starts.add(start);
            }
        }
        return starts;
    }

    private static int length(byte[] file, int start) {
        int segments = file[start + SEGMENTS] & 0xff;
        int length = SEGMENTS + 1 + segments;
        for (int i = start + SEGMENTS + 1; i <= start + SEGMENTS + segments && i < file.length; i++) {
            length += file[i] & 0xff;
        }
        return length;
    }

    private static int checksum(byte[] file, int start, int end) {
        int checksum = 0;
        for (int i = start; i < end; i++) {
            checksum ^= file[i] << 24;
            for (int bit = 0; bit < 8; bit++) {
                checksum = checksum << 1 ^ (checksum < 0 ? POLYNOMIAL : 0);
            }
        }
        return checksum;
    }
}
