package io.timbre.signal.codec;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.FF_COMPLIANCE_EXPERIMENTAL;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_GLOBALHEADER;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_format;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16P;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.ShortPointer;
import org.jspecify.annotations.Nullable;

/** One channel of floats to the packets of a stream. */
final class StreamEncoder implements AutoCloseable {
    /** For encoders that take frames of any length. */
    private static final int FREE_FRAME_SAMPLES = 4096;

    private final AVCodecContext context;
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame frame = av_frame_alloc();
    private int frameSamples;

    private StreamEncoder(AVCodecContext context) {
        this.context = context;
    }

    static StreamEncoder open(AudioFormat format, int sampleRateHz, int bitsPerSecond) {
        AVCodec codec = avcodec_find_encoder_by_name(format.encoder());
        var encoder = new StreamEncoder(avcodec_alloc_context3(codec));
        try {
            encoder.open(codec, format, sampleRateHz, bitsPerSecond);
            return encoder;
        } catch (Throwable e) {
            encoder.close();
            throw e;
        }
    }

    private void open(AVCodec codec, AudioFormat format, int sampleRateHz, int bitsPerSecond) {
        context.sample_rate(sampleRateHz);
        context.sample_fmt(format.sampleFormat());
        context.bit_rate(bitsPerSecond);
        context.time_base(av_make_q(1, sampleRateHz));
        context.thread_count(1);
        context.strict_std_compliance(FF_COMPLIANCE_EXPERIMENTAL); // What FFmpeg calls its Vorbis encoder.
        av_channel_layout_default(context.ch_layout(), format.channels());
        if ((av_guess_format(format.muxer(), null, null).flags() & AVFMT_GLOBALHEADER) != 0) {
            context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        }
        int opened = avcodec_open2(context, codec, (AVDictionary) null);
        if (opened < 0) {
            throw new IllegalArgumentException(
                    "cannot write " + format + " at " + sampleRateHz + " Hz: " + Ffmpeg.describe(opened));
        }
        frameSamples = context.frame_size() > 0 ? context.frame_size() : FREE_FRAME_SAMPLES;
        allocateFrame();
    }

    private void allocateFrame() {
        frame.format(context.sample_fmt());
        frame.sample_rate(context.sample_rate());
        frame.nb_samples(frameSamples);
        av_channel_layout_default(frame.ch_layout(), context.ch_layout().nb_channels());
        av_frame_get_buffer(frame, 0);
    }

    AVCodecContext context() {
        return context;
    }

    void encode(float[] samples, ContainerWriter writer) throws IOException {
        for (int start = 0; start < samples.length; start += frameSamples) {
            fill(samples, start, Math.min(frameSamples, samples.length - start));
            send(frame, writer);
        }
        send(null, writer);
    }

    private void fill(float[] samples, int start, int count) {
        av_frame_make_writable(frame); // The encoder may still hold the last one.
        frame.nb_samples(count);
        frame.pts(start);
        for (int channel = 0; channel < frame.ch_layout().nb_channels(); channel++) {
            if (frame.format() == AV_SAMPLE_FMT_S16 || frame.format() == AV_SAMPLE_FMT_S16P) {
                new ShortPointer(frame.data(channel)).put(toIntegers(samples, start, count), 0, count);
            } else {
                new FloatPointer(frame.data(channel)).put(samples, start, count);
            }
        }
    }

    private static short[] toIntegers(float[] samples, int start, int count) {
        short[] integers = new short[count];
        for (int i = 0; i < count; i++) {
            integers[i] =
                    (short) Math.clamp(Math.round(samples[start + i] * 32_768f), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return integers;
    }

    /** A null frame asks for what the encoder still holds. */
    private void send(@Nullable AVFrame frame, ContainerWriter writer) throws IOException {
        int sent = avcodec_send_frame(context, frame);
        if (sent < 0) {
            throw new IOException("cannot encode: " + Ffmpeg.describe(sent));
        }
        while (avcodec_receive_packet(context, packet) >= 0) {
            writer.write(packet);
        }
    }

    @Override
    public void close() {
        av_frame_free(frame);
        av_packet_free(packet);
        avcodec_free_context(context);
    }
}
