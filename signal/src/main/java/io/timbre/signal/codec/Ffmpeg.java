package io.timbre.signal.codec;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_max_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.javacpp.BytePointer;

/** What all our use of FFmpeg shares: it keeps quiet and within bounds, and its error codes become words. */
final class Ffmpeg {
    private static final int LONGEST_MESSAGE = 128;
    /** A length in a file may ask for 2 GiB at once, a tag that unpacks itself for instance; no honest one needs this. */
    private static final long LARGEST_BLOCK_BYTES = 256L << 20;

    static {
        av_log_set_level(AV_LOG_QUIET);
        av_max_alloc(LARGEST_BLOCK_BYTES);
    }

    private Ffmpeg() {}

    /** The address of a local file. The scheme keeps names such as {@code concat:a} from meaning anything else. */
    static BytePointer url(Path file) {
        return new BytePointer("file:" + file.toAbsolutePath(), StandardCharsets.UTF_8);
    }

    static String describe(int errorCode) {
        byte[] message = new byte[LONGEST_MESSAGE];
        av_strerror(errorCode, message, message.length);
        return new String(message, StandardCharsets.UTF_8).replace("\0", "") + " (" + errorCode + ")";
    }
}
