package io.timbre.signal.codec;

import static org.bytedeco.ffmpeg.global.avutil.AVERROR_ENOMEM;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_max_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import io.timbre.signal.codec.UndecodableException.Fault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;

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

    /**
     * Loads the libraries, which happens by itself when they are first used.
     *
     * @throws LinkageError if they cannot be loaded
     */
    static void load() {
        Loader.load(avformat.class);
        Loader.load(avcodec.class);
        Loader.load(swresample.class);
    }

    /** The address of a local file. The scheme keeps names such as {@code concat:a} from meaning anything else. */
    static BytePointer url(Path file) {
        return new BytePointer("file:" + file.toAbsolutePath(), StandardCharsets.UTF_8);
    }

    /**
     * Lets a shortage of memory pass for no damage: what was decoded would be silently shorter.
     *
     * @throws UndecodableException if that is what the code says
     */
    static void requireMemory(int errorCode) throws UndecodableException {
        if (errorCode == AVERROR_ENOMEM()) {
            throw new UndecodableException(Fault.UNDECODABLE, "takes more memory than it may");
        }
    }

    static String describe(int errorCode) {
        byte[] message = new byte[LONGEST_MESSAGE];
        av_strerror(errorCode, message, message.length);
        return new String(message, StandardCharsets.UTF_8).replace("\0", "") + " (" + errorCode + ")";
    }
}
