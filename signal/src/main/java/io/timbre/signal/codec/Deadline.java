package io.timbre.signal.codec;

import java.time.Duration;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * The moment after which a file has cost enough, for us and for the loops inside libavformat.
 *
 * <p>One native callback serves all deadlines, each with its own time behind the opaque pointer: JavaCPP has room for
 * ten instances of a callback type, and there may be more decoders than that.
 */
final class Deadline implements AutoCloseable {
    private static final AVIOInterruptCB.Callback_Pointer HAS_PASSED = new AVIOInterruptCB.Callback_Pointer() {
        @Override
        public int call(Pointer nanoTime) {
            return hasPassed(new LongPointer(nanoTime).get()) ? 1 : 0;
        }
    };

    private final LongPointer nanoTime;
    private final AVIOInterruptCB interrupt;

    private Deadline(long nanoTime) {
        this.nanoTime = new LongPointer(1).put(nanoTime);
        this.interrupt = new AVIOInterruptCB().callback(HAS_PASSED).opaque(this.nanoTime);
    }

    static Deadline after(Duration wallTime) {
        return new Deadline(System.nanoTime() + wallTime.toNanos());
    }

    /** Makes libavformat give up with {@code AVERROR_EXIT} once the time has passed. */
    AVIOInterruptCB interrupt() {
        return interrupt;
    }

    boolean hasPassed() {
        return hasPassed(nanoTime.get());
    }

    private static boolean hasPassed(long nanoTime) {
        return System.nanoTime() - nanoTime >= 0;
    }

    @Override
    public void close() {
        interrupt.close();
        nanoTime.close();
    }
}
