package io.timbre.signal.codec;

import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * What the samples of a frame are.
 *
 * @param sampleFormat FFmpeg's number of how a sample is stored, and whether channels take turns
 */
record FrameFormat(int sampleRateHz, int channels, int sampleFormat) {
    /** That of no frame. */
    static final FrameFormat NONE = new FrameFormat(0, 0, -1);

    static FrameFormat of(AVFrame frame) {
        return new FrameFormat(frame.sample_rate(), frame.ch_layout().nb_channels(), frame.format());
    }
}
