package io.timbre.signal.codec;

import static org.bytedeco.ffmpeg.global.avformat.AVPROBE_PADDING_SIZE;
import static org.bytedeco.ffmpeg.global.avformat.AVPROBE_SCORE_RETRY;
import static org.bytedeco.ffmpeg.global.avformat.av_probe_input_format2;
import static org.bytedeco.ffmpeg.global.avformat.avio_read;
import static org.bytedeco.ffmpeg.global.avformat.avio_seek;

import io.timbre.signal.codec.UndecodableException.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVProbeData;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/**
 * Tells by its first bytes of which format a file is.
 *
 * <p>Asks libavformat with more and more bytes, as {@code av_probe_input_buffer2} does. Unlike that, it looks behind
 * ID3 tags of any size: a FLAC behind a picture of more than a megabyte would be taken for an MP3.
 *
 * @see <a href="https://id3.org/id3v2.4.0-structure">ID3v2</a>
 */
final class FormatProbe {
    private static final int LEAST_BYTES = 1 << 11;
    private static final int MOST_BYTES = 1 << 20;
    private static final int ID3_HEADER_BYTES = 10;
    private static final int ID3_HAS_FOOTER = 0x10;

    private final AVIOContext file;

    FormatProbe(AVIOContext file) {
        this.file = file;
    }

    /**
     * Recognises the file. Leaves it anywhere.
     *
     * @throws UndecodableException if libavformat knows no such format, or it is a score
     */
    AVInputFormat recognise() throws UndecodableException {
        long start = endOfTags();
        requireNoScore(start);
        AVInputFormat format = probe(start);
        if (format == null) {
            throw new UndecodableException(Fault.UNKNOWN_KIND, "not a known audio format");
        }
        return format;
    }

    private long endOfTags() {
        long end = 0;
        byte[] header = read(end, ID3_HEADER_BYTES);
        while (header.length == ID3_HEADER_BYTES && has(header, 0, "ID3")) {
            end += id3Bytes(header);
            header = read(end, ID3_HEADER_BYTES);
        }
        return end;
    }

    /** The length has 28 bits, seven a byte. */
    private static int id3Bytes(byte[] header) {
        int length = (header[6] & 0x7f) << 21 | (header[7] & 0x7f) << 14 | (header[8] & 0x7f) << 7 | (header[9] & 0x7f);
        int footer = (header[5] & ID3_HAS_FOOTER) == 0 ? 0 : ID3_HEADER_BYTES;
        return ID3_HEADER_BYTES + length + footer;
    }

    /** The bytes of a score may look like frames of an MP3, and MIDI in RIFF is no WAV. */
    private void requireNoScore(long start) throws UndecodableException {
        byte[] head = read(start, 12);
        if (has(head, 0, "MThd") || (has(head, 0, "RIFF") && has(head, 8, "RMID"))) {
            throw new UndecodableException(Fault.UNKNOWN_KIND, "a MIDI score, not a recording");
        }
    }

    private @Nullable AVInputFormat probe(long start) {
        for (int size = LEAST_BYTES; size < MOST_BYTES; size *= 2) {
            byte[] head = read(start, size);
            if (head.length < size) {
                break;
            }
            AVInputFormat format = probe(head, AVPROBE_SCORE_RETRY);
            if (format != null) {
                return format;
            }
        }
        return probe(read(start, MOST_BYTES), 0);
    }

    private static @Nullable AVInputFormat probe(byte[] head, int leastScore) {
        try (var bytes = new BytePointer(Arrays.copyOf(head, head.length + AVPROBE_PADDING_SIZE));
                var noName = new BytePointer("");
                var data = new AVProbeData()) {
            data.buf(bytes).buf_size(head.length).filename(noName);
            return av_probe_input_format2(data, 1, new int[] {leastScore});
        }
    }

    private byte[] read(long start, int count) {
        byte[] bytes = new byte[count];
        avio_seek(file, start, 0);
        return Arrays.copyOf(bytes, Math.max(0, avio_read(file, bytes, count)));
    }

    private static boolean has(byte[] bytes, int start, String ascii) {
        return new String(bytes, StandardCharsets.ISO_8859_1).startsWith(ascii, start);
    }
}
