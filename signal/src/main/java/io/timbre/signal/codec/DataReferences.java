package io.timbre.signal.codec;

import static org.bytedeco.ffmpeg.global.avformat.avio_read;
import static org.bytedeco.ffmpeg.global.avformat.avio_seek;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.bytedeco.ffmpeg.avformat.AVIOContext;

/**
 * Where the tracks of a QuickTime or MP4 file say that their bytes lie. libavformat opens no other file, but reads this
 * one's bytes in its place, which would pass for sound.
 *
 * @see "ISO/IEC 14496-12, 8.7.2 Data Reference Box"
 */
final class DataReferences {
    private static final Set<String> ABOVE = Set.of("moov", "trak", "mdia", "minf", "dinf");
    private static final String REFERENCES = "dref";
    private static final int NAME_BYTES = 4;
    private static final int HEADER_BYTES = 8;
    private static final int LONG_HEADER_BYTES = 16;
    /** Length, name, version and flags: what an entry has that names no place. */
    private static final int EMPTY_ENTRY_BYTES = 12;

    /** As deep as libavformat looks: a file of boxes in boxes would fill the stack. */
    private static final int MAX_DEPTH = 10;

    private final AVIOContext file;

    DataReferences(AVIOContext file) {
        this.file = file;
    }

    /** Whether any track's bytes lie elsewhere. Leaves the file anywhere. */
    boolean leadOutside() {
        return leadOutside(0, Long.MAX_VALUE, 0);
    }

    private boolean leadOutside(long start, long end, int depth) {
        long length;
        for (long box = start; box < end; box += length) {
            ByteBuffer head = read(box, LONG_HEADER_BYTES);
            if (head.limit() < HEADER_BYTES) {
                return false;
            }
            length = Integer.toUnsignedLong(head.getInt());
            String name = name(head);
            int headerBytes = HEADER_BYTES;
            if (length == 1 && head.remaining() == Long.BYTES) {
                length = head.getLong();
                headerBytes = LONG_HEADER_BYTES;
            }
            if (length < headerBytes || length > end - box) {
                length = end - box; // To the end, be it by the format's rule for 0 or by damage.
            }
            if (ABOVE.contains(name) && depth < MAX_DEPTH && leadOutside(box + headerBytes, box + length, depth + 1)
                    || name.equals(REFERENCES) && entryLeadsOutside(box + headerBytes + 8, box + length)) {
                return true;
            }
        }
        return false;
    }

    private boolean entryLeadsOutside(long start, long end) {
        long entry = start;
        while (entry < end) {
            ByteBuffer head = read(entry, EMPTY_ENTRY_BYTES);
            if (head.limit() < EMPTY_ENTRY_BYTES) {
                return false;
            }
            long length = Integer.toUnsignedLong(head.getInt());
            boolean inThisFile = (head.getInt(EMPTY_ENTRY_BYTES - Integer.BYTES) & 1) == 1;
            if (!inThisFile && length > EMPTY_ENTRY_BYTES) {
                return true;
            }
            entry += Math.max(EMPTY_ENTRY_BYTES, length);
        }
        return false;
    }

    private static String name(ByteBuffer head) {
        byte[] name = new byte[NAME_BYTES];
        head.get(name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    private ByteBuffer read(long start, int count) {
        byte[] bytes = new byte[count];
        avio_seek(file, start, 0);
        return ByteBuffer.wrap(bytes, 0, Math.max(0, avio_read(file, bytes, count)));
    }
}
