package io.timbre.signal.resample;

import static org.bytedeco.ffmpeg.global.avutil.AV_TX_FLOAT_RDFT;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;
import static org.bytedeco.ffmpeg.global.avutil.av_tx_init;
import static org.bytedeco.ffmpeg.global.avutil.av_tx_uninit;

import org.bytedeco.ffmpeg.avutil.AVTXContext;
import org.bytedeco.ffmpeg.avutil.av_tx_fn;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Fourier transform of real samples in one direction, by libavutil, which is as fast in a virtual machine that has just
 * started. A spectrum of N samples is the real and imaginary parts, in turn, of N / 2 + 1 bins. Neither direction
 * normalises. The last bit of the numbers depends on the instructions that the processor has.
 */
final class RealFft implements AutoCloseable {
    private final AVTXContext context = new AVTXContext();
    /** Where JavaCPP keeps a C function and its Java half: the address of a function pointer must not be null. */
    private final PointerPointer<Pointer> functionCell =
            new PointerPointer<Pointer>(2).put(0, null).put(1, null);

    private final av_tx_fn transform = new av_tx_fn(functionCell);
    private final int stride;
    private FloatPointer input = new FloatPointer();
    private FloatPointer output = new FloatPointer();
    private boolean closed;

    private RealFft(int size, boolean inverse) {
        int spectrumSize = size + 2;
        this.stride = Float.BYTES * (inverse ? 2 : 1);
        try {
            this.input = alignedFloats(inverse ? spectrumSize : size);
            this.output = alignedFloats(inverse ? size : spectrumSize);
            initialise(size, inverse);
        } catch (Throwable e) {
            close();
            throw e;
        }
    }

    private void initialise(int size, boolean inverse) {
        try (var scale = new FloatPointer(1)) {
            scale.put(1f);
            int result = av_tx_init(context, transform, AV_TX_FLOAT_RDFT, inverse ? 1 : 0, size, scale, 0);
            if (result < 0) {
                throw new IllegalStateException("no Fourier transform of " + size + " samples: " + result);
            }
        }
    }

    /** From samples to a spectrum. */
    static RealFft forward(int size) {
        return new RealFft(size, false);
    }

    /** From a spectrum to samples, size times as loud. */
    static RealFft inverse(int size) {
        return new RealFft(size, true);
    }

    /**
     * Transforms the front of one array into the front of another, as far as those reach.
     *
     * @throws IllegalStateException if this is closed
     */
    void transform(float[] from, float[] to) {
        if (closed) {
            throw new IllegalStateException("the Fourier transform is closed");
        }
        input.put(from, 0, Math.min(from.length, (int) input.capacity()));
        transform.call(context, output, input, stride);
        output.get(to, 0, Math.min(to.length, (int) output.capacity()));
    }

    private static FloatPointer alignedFloats(int count) {
        Pointer memory = av_malloc((long) Float.BYTES * count);
        if (memory == null) {
            throw new OutOfMemoryError("no native memory for " + count + " floats");
        }
        return new FloatPointer(memory).capacity(count);
    }

    /** Gives the native memory back, once. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        av_tx_uninit(context);
        av_free(input);
        av_free(output);
        functionCell.close();
    }
}
