package io.timbre.signal.codec;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import io.timbre.signal.codec.UndecodableException.Fault;
import java.io.IOException;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Packets of one stream to frames of samples, one thread, counting what is damaged on the way. */
final class StreamDecoder implements AutoCloseable {
    private static final Set<String> CODECS = Set.of(
            "aac",
            "adpcm_ima_qt",
            "adpcm_ima_wav",
            "adpcm_ms",
            "alac",
            "flac",
            "gsm_ms",
            "mp3float",
            "opus",
            "pcm_alaw",
            "pcm_f32be",
            "pcm_f32le",
            "pcm_f64be",
            "pcm_f64le",
            "pcm_mulaw",
            "pcm_s16be",
            "pcm_s16le",
            "pcm_s24be",
            "pcm_s24le",
            "pcm_s32be",
            "pcm_s32le",
            "pcm_s8",
            "pcm_u8",
            "vorbis",
            "wmalossless",
            "wmapro",
            "wmav1",
            "wmav2");
    /** The decoders that may run; a crafted picture or film inside a sound file meets none. */
    static final String WHITELIST = String.join(",", CODECS);

    private final Container container;
    private final AVCodecContext context;
    private final DecodeLimits limits;
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame frame = av_frame_alloc();
    private long samples;
    private int wholeFrames;
    private int damagedFrames;
    private boolean atEnd;

    private StreamDecoder(Container container, AVCodecContext context, DecodeLimits limits) {
        this.container = container;
        this.context = context;
        this.limits = limits;
    }

    static StreamDecoder open(Container container, DecodeLimits limits) throws UndecodableException {
        AVStream stream = container.audio();
        AVCodec codec = avcodec_find_decoder(stream.codecpar().codec_id());
        if (codec == null || !CODECS.contains(codec.name().getString())) {
            throw new UndecodableException(
                    Fault.UNKNOWN_KIND,
                    "not a codec that is taken: "
                            + avcodec_get_name(stream.codecpar().codec_id()).getString());
        }
        var decoder = new StreamDecoder(container, avcodec_alloc_context3(codec), limits);
        try {
            decoder.open(stream, codec);
            return decoder;
        } catch (Throwable e) {
            decoder.close();
            throw e;
        }
    }

    private void open(AVStream stream, AVCodec codec) throws UndecodableException {
        requireSuccess(avcodec_parameters_to_context(context, stream.codecpar()));
        context.pkt_timebase(stream.time_base());
        context.thread_count(1);
        var options = new AVDictionary(null);
        av_dict_set(options, "codec_whitelist", WHITELIST, 0);
        int opened = avcodec_open2(context, codec, options);
        av_dict_free(options);
        requireSuccess(opened);
    }

    private void requireSuccess(int result) throws UndecodableException {
        if (result < 0) {
            throw new UndecodableException(
                    Fault.UNDECODABLE, "damaged " + codecName() + " stream: " + Ffmpeg.describe(result));
        }
    }

    String codecName() {
        return context.codec().name().getString();
    }

    /** The frame that the last {@link #next()} filled. */
    AVFrame frame() {
        return frame;
    }

    /** Decodes until a frame is there; false at the end. Damaged packets are skipped and counted. */
    boolean next() throws IOException, UndecodableException {
        while (true) {
            int received = avcodec_receive_frame(context, frame);
            if (received >= 0) {
                count(isWhole());
                requireWithinLimits();
                return true;
            }
            if (received != AVERROR_EAGAIN() && received != AVERROR_EOF()) {
                Ffmpeg.requireMemory(received);
                count(false);
            }
            if (atEnd) {
                return false;
            }
            send();
        }
    }

    private void send() throws IOException, UndecodableException {
        int sent;
        if (container.read(packet)) {
            sent = avcodec_send_packet(context, packet);
            av_packet_unref(packet);
        } else {
            atEnd = true;
            sent = avcodec_send_packet(context, (AVPacket) null);
        }
        if (sent < 0) {
            Ffmpeg.requireMemory(sent);
            count(false);
        }
    }

    private boolean isWhole() {
        return frame.decode_error_flags() == 0 && (frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) == 0;
    }

    private void count(boolean whole) {
        if (whole) {
            wholeFrames++;
        } else {
            damagedFrames++;
        }
    }

    private void requireWithinLimits() throws UndecodableException {
        int channels = frame.ch_layout().nb_channels();
        if (channels > limits.maxChannels()) {
            throw new UndecodableException(
                    Fault.UNDECODABLE, channels + " channels, more than " + limits.maxChannels());
        }
        samples += (long) frame.nb_samples() * channels;
        if (samples > limits.maxSamples()) {
            throw new UndecodableException(Fault.TOO_LONG, "more than " + limits.maxSamples() + " samples");
        }
    }

    /** Refuses a stream of which more was damaged than whole. */
    void requireMostlyWhole() throws UndecodableException {
        if (damagedFrames > wholeFrames) {
            throw new UndecodableException(
                    Fault.UNDECODABLE, damagedFrames + " damaged frames, only " + wholeFrames + " whole");
        }
    }

    @Override
    public void close() {
        av_frame_free(frame);
        av_packet_free(packet);
        avcodec_free_context(context);
    }
}
