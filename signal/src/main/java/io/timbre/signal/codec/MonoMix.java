package io.timbre.signal.codec;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set_int;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc_set_opts2;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;
import static org.bytedeco.ffmpeg.global.swresample.swr_init;
import static org.bytedeco.ffmpeg.global.swresample.swr_set_matrix;

import io.timbre.signal.codec.UndecodableException.Fault;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Frames of one format at a time to the mean of their channels, as {@code librosa.to_mono} does; FFmpeg's own mix-down
 * of stereo would be 3 dB louder. libswresample does it, at the frames' own rate.
 */
final class MonoMix implements AutoCloseable {
    /** What libswresample can take. */
    private static final int MAX_CHANNELS = 64;

    private final SwrContext converter = new SwrContext(null);
    private final PointerPointer<Pointer> outputPlanes = new PointerPointer<>(1);
    private FloatPointer output = new FloatPointer();
    private float[] samples = {};

    /** Readies for frames of another format. */
    void start(FrameFormat format) throws UndecodableException {
        if (format.channels() < 1 || format.channels() > MAX_CHANNELS) {
            throw new UndecodableException(
                    Fault.UNDECODABLE, "channels must be 1 to " + MAX_CHANNELS + ": was " + format.channels());
        }
        swr_free(converter);
        try (var in = new AVChannelLayout();
                var out = new AVChannelLayout()) {
            av_channel_layout_default(in, format.channels());
            av_channel_layout_default(out, 1);
            requireSuccess(swr_alloc_set_opts2(
                    converter,
                    out,
                    AV_SAMPLE_FMT_FLT,
                    format.sampleRateHz(),
                    in,
                    format.sampleFormat(),
                    format.sampleRateHz(),
                    0,
                    null));
        }
        if (format.channels() > 1) { // By a matrix, even of one, libswresample converts twice.
            takeMean(format.channels());
        }
        requireSuccess(swr_init(converter));
    }

    private void takeMean(int channels) throws UndecodableException {
        double[] mean = new double[channels];
        Arrays.fill(mean, 1.0 / channels);
        requireSuccess(swr_set_matrix(converter, mean, channels));
        av_opt_set_int(converter, "internal_sample_fmt", AV_SAMPLE_FMT_FLTP, 0);
    }

    /** Mixes a frame and returns how many of {@link #samples()} it became. */
    int mix(AVFrame frame) throws UndecodableException {
        int count = frame.nb_samples();
        reserve(count);
        int converted = swr_convert(converter, outputPlanes, count, frame.extended_data(), count);
        requireSuccess(converted);
        output.get(samples, 0, converted);
        return converted;
    }

    /** Holds the frame mixed last. */
    float[] samples() {
        return samples;
    }

    private void reserve(int count) {
        if (count > samples.length) {
            samples = new float[count];
            output.close();
            output = new FloatPointer(count);
            outputPlanes.put(output);
        }
    }

    private static void requireSuccess(int result) throws UndecodableException {
        if (result < 0) {
            throw new UndecodableException(Fault.UNDECODABLE, "cannot mix down: " + Ffmpeg.describe(result));
        }
    }

    @Override
    public void close() {
        swr_free(converter);
        outputPlanes.close();
        output.close();
    }
}
