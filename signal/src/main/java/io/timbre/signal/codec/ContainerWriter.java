package io.timbre.signal.codec;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open2;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;

/** A file being written with one audio stream in it. */
final class ContainerWriter implements AutoCloseable {
    private final Path file;
    private final AVIOContext bytes = new AVIOContext(null);
    private final AVFormatContext muxer = new AVFormatContext(null);
    private final AVCodecContext codec;

    private ContainerWriter(Path file, AVCodecContext codec) {
        this.file = file;
        this.codec = codec;
    }

    static ContainerWriter open(Path file, AudioFormat format, StreamEncoder encoder) throws IOException {
        var writer = new ContainerWriter(file, encoder.context());
        try {
            writer.openFile();
            writer.writeHeader(format);
            return writer;
        } catch (Throwable e) {
            writer.close();
            throw e;
        }
    }

    private void openFile() throws IOException {
        try (BytePointer url = Ffmpeg.url(file)) {
            requireSuccess(avio_open2(bytes, url, AVIO_FLAG_WRITE, (AVIOInterruptCB) null, (AVDictionary) null));
        }
    }

    private void writeHeader(AudioFormat format) throws IOException {
        requireSuccess(avformat_alloc_output_context2(muxer, null, format.muxer(), null));
        muxer.pb(bytes);
        muxer.flags(muxer.flags()
                | AVFormatContext.AVFMT_FLAG_BITEXACT); // The same sound, the same bytes: no random serial numbers.
        AVStream stream = avformat_new_stream(muxer, null);
        stream.time_base(codec.time_base());
        requireSuccess(avcodec_parameters_from_context(stream.codecpar(), codec));
        requireSuccess(avformat_write_header(muxer, (AVDictionary) null));
    }

    void write(AVPacket packet) throws IOException {
        packet.stream_index(0);
        av_packet_rescale_ts(packet, codec.time_base(), muxer.streams(0).time_base());
        requireSuccess(av_interleaved_write_frame(muxer, packet));
    }

    /** Completes the file; one that is closed without it is cut short. */
    void finish() throws IOException {
        requireSuccess(av_write_trailer(muxer));
        requireSuccess(avio_closep(bytes));
    }

    private void requireSuccess(int result) throws IOException {
        if (result < 0) {
            throw new IOException("cannot write " + file + ": " + Ffmpeg.describe(result));
        }
    }

    @Override
    public void close() {
        if (!bytes.isNull()) {
            avio_closep(bytes);
        }
        if (!muxer.isNull()) {
            avformat_free_context(muxer);
        }
    }
}
