package io.timbre.signal.codec;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set_int;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc_set_opts2;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;
import static org.bytedeco.ffmpeg.global.swresample.swr_get_out_samples;
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
 * Frames of any format, rate and channel count to one channel of floats at one rate.
 *
 * <p>The channels' mean is taken, as {@code librosa.to_mono} does; FFmpeg's own mix-down of stereo would be 3 dB
 * louder. A stream may change its format on the way (concatenated MP3s do): each stretch is resampled on its own.
 *
 * <p>FFmpeg's default filter lets -14 dB through just above the new Nyquist frequency. With 180 taps, a Kaiser window of
 * beta 12.3 and the cutoff at 0.956 the pass band reaches 0.91 of it and nothing above 1.02 of it is louder than -125
 * dB; against soxr's high quality the difference is 65 dB down.
 */
final class MonoResampler implements AutoCloseable {
    private static final String TAPS = "180";
    private static final String KAISER_BETA = "12.3";
    private static final String CUTOFF = "0.956";

    private static final int MIN_SOURCE_RATE_HZ = 1_000;
    private static final int MAX_SOURCE_RATE_HZ = 768_000;
    /** What libswresample can take. */
    private static final int MAX_CHANNELS = 64;

    private record Format(int sampleRateHz, int channels, int sampleFormat) {}

    private final int sampleRateHz;
    private final SampleBuffer samples = new SampleBuffer();
    private final SwrContext resampler = new SwrContext(null);
    private final PointerPointer<Pointer> outputPlanes = new PointerPointer<>(1);
    private FloatPointer output = new FloatPointer(1 << 14);
    private Format source = new Format(0, 0, -1);

    MonoResampler(int sampleRateHz) {
        this.sampleRateHz = sampleRateHz;
        outputPlanes.put(output);
    }

    int sourceSampleRateHz() {
        return source.sampleRateHz;
    }

    int sourceChannels() {
        return source.channels;
    }

    /** What came out so far; complete after {@link #flush()}. */
    SampleBuffer samples() {
        return samples;
    }

    void accept(AVFrame frame) throws UndecodableException {
        var format = new Format(frame.sample_rate(), frame.ch_layout().nb_channels(), frame.format());
        if (!format.equals(source)) {
            flush();
            start(format);
        }
        reserve(swr_get_out_samples(resampler, frame.nb_samples()));
        take(swr_convert(resampler, outputPlanes, (int) output.capacity(), frame.extended_data(), frame.nb_samples()));
    }

    /** Lets out what the filter still holds. */
    void flush() throws UndecodableException {
        if (resampler.isNull()) {
            return;
        }
        int taken;
        do {
            taken = take(swr_convert(resampler, outputPlanes, (int) output.capacity(), (PointerPointer<?>) null, 0));
        } while (taken > 0);
    }

    private void start(Format format) throws UndecodableException {
        requireSane(format);
        swr_free(resampler);
        try (var in = new AVChannelLayout();
                var out = new AVChannelLayout()) {
            av_channel_layout_default(in, format.channels);
            av_channel_layout_default(out, 1);
            requireSuccess(swr_alloc_set_opts2(
                    resampler,
                    out,
                    AV_SAMPLE_FMT_FLT,
                    sampleRateHz,
                    in,
                    format.sampleFormat,
                    format.sampleRateHz,
                    0,
                    null));
        }
        double[] mean = new double[format.channels];
        Arrays.fill(mean, 1.0 / format.channels);
        requireSuccess(swr_set_matrix(resampler, mean, format.channels));
        av_opt_set_int(resampler, "internal_sample_fmt", AV_SAMPLE_FMT_FLTP, 0);
        av_opt_set(resampler, "filter_size", TAPS, 0);
        av_opt_set(resampler, "kaiser_beta", KAISER_BETA, 0);
        av_opt_set(resampler, "cutoff", CUTOFF, 0);
        requireSuccess(swr_init(resampler));
        source = format;
    }

    private static void requireSane(Format format) throws UndecodableException {
        if (format.sampleRateHz < MIN_SOURCE_RATE_HZ || format.sampleRateHz > MAX_SOURCE_RATE_HZ) {
            throw new UndecodableException(
                    Fault.UNDECODABLE,
                    "sample rate must be " + MIN_SOURCE_RATE_HZ + " to " + MAX_SOURCE_RATE_HZ + " Hz: was "
                            + format.sampleRateHz);
        }
        if (format.channels < 1 || format.channels > MAX_CHANNELS) {
            throw new UndecodableException(
                    Fault.UNDECODABLE, "channels must be 1 to " + MAX_CHANNELS + ": was " + format.channels);
        }
    }

    private void reserve(int count) {
        if (count > output.capacity()) {
            output.close();
            output = new FloatPointer(count);
            outputPlanes.put(output);
        }
    }

    private int take(int count) throws UndecodableException {
        requireSuccess(count);
        samples.append(output, count);
        return count;
    }

    private static void requireSuccess(int result) throws UndecodableException {
        if (result < 0) {
            throw new UndecodableException(Fault.UNDECODABLE, "cannot resample: " + Ffmpeg.describe(result));
        }
    }

    @Override
    public void close() {
        swr_free(resampler);
        outputPlanes.close();
        output.close();
    }
}
