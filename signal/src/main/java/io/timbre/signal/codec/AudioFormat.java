package io.timbre.signal.codec;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16P;

/** A file format that {@link AudioEncoder} writes and {@link AudioDecoder} reads. */
public enum AudioFormat {
    /** 16-bit PCM, lossless but for the rounding. */
    WAV("wav", "audio/wav", "wav", "pcm_s16le", AV_SAMPLE_FMT_S16),
    /** 16-bit, lossless but for the rounding. */
    FLAC("flac", "audio/flac", "flac", "flac", AV_SAMPLE_FMT_S16),
    MP3("mp3", "audio/mpeg", "mp3", "libmp3lame", AV_SAMPLE_FMT_FLTP),
    /** Vorbis, by FFmpeg's own encoder, which knows stereo only. */
    OGG("ogg", "audio/ogg", "ogg", "vorbis", AV_SAMPLE_FMT_FLTP) {
        @Override
        int channels() {
            return 2;
        }
    },
    /** AAC in frames with headers of their own (ADTS); nothing says how long the encoder's delay is. */
    AAC("aac", "audio/aac", "adts", "aac", AV_SAMPLE_FMT_FLTP),
    /** AAC. */
    M4A("m4a", "audio/mp4", "ipod", "aac", AV_SAMPLE_FMT_FLTP),
    /** 16-bit, lossless but for the rounding. */
    ALAC("m4a", "audio/mp4", "ipod", "alac", AV_SAMPLE_FMT_S16P),
    /** Opus in an Ogg container. */
    OPUS("opus", "audio/ogg", "opus", "libopus", AV_SAMPLE_FMT_FLT) {
        @Override
        int sampleRateHz(int soundHz) {
            return 48_000;
        }
    },
    /** Opus in Matroska. */
    WEBM("webm", "audio/webm", "webm", "libopus", AV_SAMPLE_FMT_FLT) {
        @Override
        int sampleRateHz(int soundHz) {
            return 48_000;
        }
    },
    /** WMA 2 in ASF; nothing says how long the encoder's delay is. */
    WMA("wma", "audio/x-ms-wma", "asf", "wmav2", AV_SAMPLE_FMT_FLTP),
    /** 16-bit PCM, lossless but for the rounding. */
    AIFF("aiff", "audio/aiff", "aiff", "pcm_s16be", AV_SAMPLE_FMT_S16),
    /** 16-bit PCM, lossless but for the rounding. */
    AU("au", "audio/basic", "au", "pcm_s16be", AV_SAMPLE_FMT_S16);

    private final String extension;
    private final String mediaType;
    private final String muxer;
    private final String encoder;
    private final int sampleFormat;

    AudioFormat(String extension, String mediaType, String muxer, String encoder, int sampleFormat) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.muxer = muxer;
        this.encoder = encoder;
        this.sampleFormat = sampleFormat;
    }

    /** Usual end of a file name, without the dot. */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** FFmpeg's name of the container. */
    String muxer() {
        return muxer;
    }

    /** FFmpeg's name of the encoder. */
    String encoder() {
        return encoder;
    }

    /** What the encoder wants its samples as, one of FFmpeg's {@code AV_SAMPLE_FMT}. */
    int sampleFormat() {
        return sampleFormat;
    }

    int channels() {
        return 1;
    }

    /** The rate at which a sound of the given rate is written. */
    int sampleRateHz(int soundHz) {
        return soundHz;
    }
}
