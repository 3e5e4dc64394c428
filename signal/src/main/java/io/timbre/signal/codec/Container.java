package io.timbre.signal.codec;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_READ;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open2;
import static org.bytedeco.ffmpeg.global.avformat.avio_seek;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import io.timbre.signal.codec.UndecodableException.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;

/**
 * An open file, known by its bytes and never by its name, of which the best audio stream is read.
 *
 * <p>Only the formats below are parsed, and only local files are ever opened: a playlist or a reference inside a file
 * leads nowhere. Of a film in such a container the sound is taken; its pictures are never decoded.
 */
final class Container implements AutoCloseable {
    private static final String MOV = "mov,mp4,m4a,3gp,3g2,mj2";
    private static final Set<String> FORMATS =
            Set.of("wav", "w64", "aiff", "au", "mp3", "flac", "ogg", "aac", MOV, "matroska,webm", "asf");

    /** How much of a FLAC its parser is fed at a time; by FFmpeg's 1024 bytes it costs a twentieth more to decode one. */
    private static final String RAW_PACKET_BYTES = "65536";

    private static final int FROM_THE_START = 0; // SEEK_SET, which JavaCPP leaves out.

    private final Path file;
    private final Deadline deadline;
    private final AVIOContext bytes = new AVIOContext(null);
    private AVInputFormat format = new AVInputFormat(null);
    private AVFormatContext demuxer = new AVFormatContext(null);
    private int audioIndex;

    private Container(Path file, Deadline deadline) {
        this.file = file;
        this.deadline = deadline;
    }

    /**
     * Opens a file as far as its audio stream.
     *
     * @throws IOException if the file cannot be read
     * @throws UndecodableException if it is not of a format that we take, or holds no audio stream
     */
    static Container open(Path file, Deadline deadline) throws IOException, UndecodableException {
        var container = new Container(file, deadline);
        try {
            container.openFile();
            container.recognise();
            container.readHeader();
            container.selectAudio();
            return container;
        } catch (Throwable e) {
            container.close();
            throw e;
        }
    }

    private void openFile() throws IOException {
        try (BytePointer url = Ffmpeg.url(file)) {
            var options = new AVDictionary(null);
            av_dict_set(options, "protocol_whitelist", "file", 0);
            int opened = avio_open2(bytes, url, AVIO_FLAG_READ, deadline.interrupt(), options);
            av_dict_free(options);
            if (opened < 0) {
                throw new IOException("cannot open " + file + ": " + Ffmpeg.describe(opened));
            }
        }
    }

    private void recognise() throws IOException, UndecodableException {
        try {
            format = new FormatProbe(bytes).recognise();
        } finally { // A file that could not be read was not recognised for that.
            requireInTime();
            requireReadable();
        }
        if (!FORMATS.contains(formatName())) {
            throw new UndecodableException(Fault.UNKNOWN_KIND, "not an audio format that is taken: " + formatName());
        }
        if (formatName().equals(MOV) && new DataReferences(bytes).leadOutside()) {
            throw new UndecodableException(Fault.UNDECODABLE, "its sound lies in another file");
        }
        avio_seek(bytes, 0, FROM_THE_START);
    }

    private void readHeader() throws IOException, UndecodableException {
        demuxer = avformat_alloc_context();
        demuxer.pb(bytes);
        demuxer.interrupt_callback(deadline.interrupt());
        // Else the samples of a WAV file are searched for codecs that we do not take, for longer than decoding takes.
        demuxer.max_probe_packets(1);
        var options = options();
        av_dict_set(options, "raw_packet_size", RAW_PACKET_BYTES, 0);
        // Frees the context and nulls our pointer when it fails, but leaves the file open, as it is ours.
        int opened = avformat_open_input(demuxer, (String) null, format, options);
        av_dict_free(options);
        requireSuccess(opened, "damaged header");
        requireSuccess(avformat_find_stream_info(demuxer, (AVDictionary) null), "damaged header");
    }

    private void selectAudio() throws IOException, UndecodableException {
        audioIndex = av_find_best_stream(demuxer, AVMEDIA_TYPE_AUDIO, -1, -1, (AVCodec) null, 0);
        requireSuccess(audioIndex, "no audio stream");
        for (int i = 0; i < demuxer.nb_streams(); i++) {
            if (i != audioIndex) {
                demuxer.streams(i).discard(AVDISCARD_ALL);
            }
        }
    }

    AVStream audio() {
        return demuxer.streams(audioIndex);
    }

    /** How long the file says that its audio is, be it true or not; 0 if it does not say. */
    double claimedSeconds() {
        double ofStream = audio().duration() * av_q2d(audio().time_base());
        return ofStream > 0 ? ofStream : Math.max(0, demuxer.duration() / (double) AV_TIME_BASE);
    }

    String formatName() {
        return format.name().getString();
    }

    /** Reads the next packet of the audio stream; false at the end, be it the true one or where damage ends it. */
    boolean read(AVPacket packet) throws IOException, UndecodableException {
        int read = av_read_frame(demuxer, packet);
        while (read >= 0) {
            requireInTime();
            if (packet.stream_index() == audioIndex) {
                return true;
            }
            av_packet_unref(packet);
            read = av_read_frame(demuxer, packet);
        }
        Ffmpeg.requireMemory(read);
        requireInTime();
        requireReadable();
        return false;
    }

    private static AVDictionary options() {
        var options = new AVDictionary(null);
        av_dict_set(options, "protocol_whitelist", "", 0); // The file is open, and no other may be.
        av_dict_set(options, "format_whitelist", String.join(",", FORMATS), 0);
        av_dict_set(options, "codec_whitelist", StreamDecoder.WHITELIST, 0);
        return options;
    }

    private void requireSuccess(int result, String failure) throws IOException, UndecodableException {
        requireInTime();
        requireReadable();
        if (result < 0) {
            throw new UndecodableException(
                    Fault.UNDECODABLE, failure + " in " + formatName() + ": " + Ffmpeg.describe(result));
        }
    }

    private void requireInTime() throws UndecodableException {
        if (deadline.hasPassed()) {
            throw new UndecodableException(Fault.TOO_SLOW, "decoding took longer than it may");
        }
    }

    private void requireReadable() throws IOException {
        if (bytes.error() < 0) {
            throw new IOException("cannot read " + file + ": " + Ffmpeg.describe(bytes.error()));
        }
    }

    @Override
    public void close() {
        if (!demuxer.isNull()) {
            avformat_close_input(demuxer);
        }
        if (!bytes.isNull()) {
            avio_closep(bytes);
        }
    }
}
